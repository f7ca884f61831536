package io.tenantlens.cost.allocation.units;

import io.tenantlens.cost.allocation.IdlePolicy;

/**
 * A cost pool in whole units, for example millionths of a taka.
 *
 * @param units the whole amount, idle included
 * @param idle the part of it that nobody used
 */
public record UnitPool(String id, long units, long idle, IdlePolicy policy, Rule rule) {

    /** A base part is told in parts of this. */
    public static final int WHOLE = 10_000;

    public UnitPool {
        if (Long.signum(idle) * Long.signum(units) < 0 || Math.abs(idle) > Math.abs(units)) {
            throw new IllegalArgumentException("idle must be a part of the amount " + units + ": " + idle);
        }
    }

    /** What tenants are to carry. */
    long carried() {
        return policy == IdlePolicy.SEPARATE ? units - idle : units;
    }

    /** How a pool is divided. */
    public sealed interface Rule {

        /** In proportion to what was measured, or to what each tenant's own instances cost: its direct cost. */
        record ByUsage(Weights usage) implements Rule {}

        /** The same for each who takes part. */
        record Even(Weights takingPart) implements Rule {}

        /**
         * A base part evenly, the rest by usage.
         *
         * @param base of the amount, in ten-thousandths
         */
        record BaseAndUsage(int base, Weights takingPart, Weights usage) implements Rule {

            public BaseAndUsage {
                if (base < 0 || base > WHOLE) {
                    throw new IllegalArgumentException("base must be from 0 to " + WHOLE + ": " + base);
                }
            }
        }

        /** In proportion to the direct cost of each tenant: overhead. */
        record ByDirectCost() implements Rule {}

        /** Nothing says how: it stays unallocated. */
        record Unknown() implements Rule {}
    }
}
