/** All tenants ranked by what is left of their error budgets. */
@NullMarked
package io.tenantlens.portal.staff.sla.ranking;

import org.jspecify.annotations.NullMarked;
