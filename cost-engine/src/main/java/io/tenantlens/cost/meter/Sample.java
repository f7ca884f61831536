package io.tenantlens.cost.meter;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One measurement.
 *
 * @param value an amount, or the change of a level for a weighted sum
 * @param key what was measured, for counting different ones
 */
public record Sample(Instant at, BigDecimal value, String key) {

    public static Sample of(Instant at, BigDecimal value) {
        return new Sample(at, value, "");
    }
}
