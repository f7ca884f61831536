package io.tenantlens.cost.ratecard;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How a quantity becomes an amount. */
public sealed interface PriceModel {

    /** One amount a period, whatever was used. */
    record Flat(BigDecimal amount) implements PriceModel {

        public Flat {
            Require.notNegative("amount", amount);
        }
    }

    /** The same price for each unit. */
    record Unit(BigDecimal price) implements PriceModel {

        public Unit {
            Require.notNegative("unit", price);
        }
    }

    /** Whole packages; one that was begun is due in full. */
    record Packages(BigDecimal size, BigDecimal price) implements PriceModel {

        public Packages {
            Require.positive("size", size);
            Require.notNegative("price", price);
        }
    }

    /** Each tier prices the part of the quantity that lies in it. */
    record Graduated(Tiers tiers) implements PriceModel {}

    /** As graduated, with tiers of whole blocks. */
    record GraduatedBlocks(BlockTiers tiers) implements PriceModel {}

    /** The tier that the quantity falls into prices all of it. */
    record Volume(Tiers tiers) implements PriceModel {}

    /** As graduated, with a percentage of the units in place of a price. */
    record GraduatedPercentage(Tiers tiers) implements PriceModel {}

    /** The tier that the peak of the period falls into has one price. */
    record Capacity(Tiers tiers) implements PriceModel {}

    /** The last tier that was reached prices all of the quantity, in its blocks. */
    record TopTier(BlockTiers tiers) implements PriceModel {}

    /** The quantity is an amount already, resold with a factor. */
    record Dynamic(BigDecimal multiplier) implements PriceModel {

        public Dynamic {
            Require.notNegative("multiplier", multiplier);
        }
    }

    /**
     * A share of the amounts of events and a fixed fee for each, as payment providers charge.
     *
     * @param freeEvents so many events, from the first, without the fixed fee
     */
    record Percentage(
            BigDecimal percent,
            BigDecimal fixedPerEvent,
            BigDecimal freeEvents,
            @Nullable BigDecimal minimumPerEvent,
            @Nullable BigDecimal maximumPerEvent)
            implements PriceModel {

        public Percentage {
            Require.notNegative("percent", percent);
            Require.notNegative("fixedPerEvent", fixedPerEvent);
            Require.notNegative("freeEvents", freeEvents);
            if (minimumPerEvent != null && maximumPerEvent != null && minimumPerEvent.compareTo(maximumPerEvent) > 0) {
                throw new IllegalArgumentException("minimumPerEvent must not be more than maximumPerEvent");
            }
        }

        /** Whether the fee depends on each event, not on their sum alone. */
        public boolean boundsEachEvent() {
            return minimumPerEvent != null || maximumPerEvent != null;
        }
    }
}
