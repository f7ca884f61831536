package io.tenantlens.cost.ratecard;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A range of quantity and its price.
 *
 * @param upTo the last quantity of the tier, included; null for a tier without end
 * @param unit the price of a unit, or the percent of a unit where tiers are in percent
 * @param flat due once when the tier is reached
 */
public record Tier(@Nullable BigDecimal upTo, BigDecimal unit, BigDecimal flat) {

    public Tier {
        if (upTo != null) {
            Require.positive("upTo", upTo);
        }
        Require.notNegative("unit", unit);
        Require.notNegative("flat", flat);
    }

    boolean holds(BigDecimal quantity) {
        return upTo == null || quantity.compareTo(upTo) <= 0;
    }
}
