package io.tenantlens.api.cost.setting;

/** How a pool is divided, as in the file of the command {@code allocate}; a driver takes the place of a meter. */
public sealed interface PoolSplit {

    /** The same for each tenant that takes part. */
    record Even() implements PoolSplit {}

    /** In proportion to a driver. */
    record Weighted(String driver) implements PoolSplit {}

    /**
     * A base part evenly and the rest in proportion to a driver.
     *
     * @param base of the amount, in ten-thousandths
     */
    record BaseAndWeighted(int base, String driver) implements PoolSplit {}

    /** In proportion to what was directly attributed. */
    record WeightedByCost() implements PoolSplit {}
}
