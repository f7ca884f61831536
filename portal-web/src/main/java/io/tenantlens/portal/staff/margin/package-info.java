/** What is left of billed revenue after cost: per tenant, plan and tier, month by month, for finance alone. */
@NullMarked
package io.tenantlens.portal.staff.margin;

import org.jspecify.annotations.NullMarked;
