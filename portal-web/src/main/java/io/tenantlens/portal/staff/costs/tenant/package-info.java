/** What one tenant costs: each pool with the weights behind its part, and the budget that staff allow. */
@NullMarked
package io.tenantlens.portal.staff.costs.tenant;

import org.jspecify.annotations.NullMarked;
