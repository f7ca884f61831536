package io.tenantlens.cost.rating;

import java.math.BigDecimal;
import java.util.List;

/** What was consumed of a charge in the whole service period. */
public sealed interface Consumption {

    Consumption NONE = new Quantity(BigDecimal.ZERO);

    /** A cumulative quantity in metered units. */
    record Quantity(BigDecimal quantity) implements Consumption {

        public Quantity {
            notNegative(quantity);
        }
    }

    /** The amounts of single events in their order, for example payments; for a capacity the samples. */
    record Events(List<BigDecimal> amounts) implements Consumption {

        public Events {
            amounts = List.copyOf(amounts);
            amounts.forEach(Consumption::notNegative);
        }
    }

    /** The sum of the amounts of events and how many there were. */
    record EventTotals(BigDecimal units, BigDecimal events) implements Consumption {

        public EventTotals {
            notNegative(units);
            notNegative(events);
        }
    }

    private static void notNegative(BigDecimal quantity) {
        if (quantity.signum() < 0) {
            throw new IllegalArgumentException(
                    "the quantity of a period must not be negative: " + quantity.toPlainString());
        }
    }
}
