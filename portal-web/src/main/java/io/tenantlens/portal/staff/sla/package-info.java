/** The service of all tenants, for staff: the pages below one heading, of which each reader sees those that he may. */
@NullMarked
package io.tenantlens.portal.staff.sla;

import org.jspecify.annotations.NullMarked;
