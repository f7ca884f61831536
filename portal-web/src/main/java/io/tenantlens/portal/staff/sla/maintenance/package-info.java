/** Maintenance: planned, announced to tenants, taken back. */
@NullMarked
package io.tenantlens.portal.staff.sla.maintenance;

import org.jspecify.annotations.NullMarked;
