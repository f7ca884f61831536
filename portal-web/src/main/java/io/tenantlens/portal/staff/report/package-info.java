/** The service of all tenants as a report for staff. */
@NullMarked
package io.tenantlens.portal.staff.report;

import org.jspecify.annotations.NullMarked;
