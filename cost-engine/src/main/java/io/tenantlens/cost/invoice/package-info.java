/** A bill from rated charges: coupons, credits and taxes that add up to the last unit. */
@NullMarked
package io.tenantlens.cost.invoice;

import org.jspecify.annotations.NullMarked;
