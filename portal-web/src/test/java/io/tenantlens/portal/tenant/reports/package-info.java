/** The page of reports in the browser of an admin. */
@NullMarked
package io.tenantlens.portal.tenant.reports;

import org.jspecify.annotations.NullMarked;
