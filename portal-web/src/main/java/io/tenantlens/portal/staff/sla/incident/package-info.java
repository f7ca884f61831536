/** Incidents of all tenants: what they cost, what staff write to them, and who sees that. */
@NullMarked
package io.tenantlens.portal.staff.sla.incident;

import org.jspecify.annotations.NullMarked;
