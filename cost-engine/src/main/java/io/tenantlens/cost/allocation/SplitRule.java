package io.tenantlens.cost.allocation;

import io.tenantlens.cost.meter.MeterKey;

/** How an amount is divided over the tenants that share a pool. */
public sealed interface SplitRule {

    /** The same for each tenant. */
    record Even() implements SplitRule {}

    /** In proportion to a metered quantity. */
    record Weighted(MeterKey by) implements SplitRule {}

    /**
     * In proportion to the cost that was directly attributed: dedicated pools and what a meter divided, without
     * idle cost. What was shared in any other way does not count, so sharing never feeds on itself.
     */
    record WeightedByCost() implements SplitRule {}

    /** Nothing says how: the amount stays unallocated. */
    record Unknown() implements SplitRule {}
}
