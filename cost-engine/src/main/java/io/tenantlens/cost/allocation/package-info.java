/** What each tenant costs: pools of cost divided without losing a unit. */
@NullMarked
package io.tenantlens.cost.allocation;

import org.jspecify.annotations.NullMarked;
