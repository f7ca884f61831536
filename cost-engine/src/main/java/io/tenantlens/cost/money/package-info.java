/** Exact amounts of money and how they are split without losing a unit. */
@NullMarked
package io.tenantlens.cost.money;

import org.jspecify.annotations.NullMarked;
