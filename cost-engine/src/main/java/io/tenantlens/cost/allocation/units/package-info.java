/** The same allocation for thousands of tenants and hundreds of windows: whole units in 64-bit integers. */
@NullMarked
package io.tenantlens.cost.allocation.units;

import org.jspecify.annotations.NullMarked;
