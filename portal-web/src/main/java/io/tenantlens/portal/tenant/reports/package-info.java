/** Who gets a tenant's reports by mail and when, kept by the tenant's admins; what was sent; files to download. */
@NullMarked
package io.tenantlens.portal.tenant.reports;

import org.jspecify.annotations.NullMarked;
