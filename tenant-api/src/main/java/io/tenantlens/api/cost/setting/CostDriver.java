package io.tenantlens.api.cost.setting;

import io.tenantlens.cost.meter.MeterKey;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A measured quantity that cost follows.
 *
 * @param peak the highest value counts, not the sum
 * @param dimension whose values decide what counts; null for all of the meter
 * @param included the values that count; empty for all but those excluded
 * @param unitSize how much of the meter is one unit of the unit cost
 * @param decimals of the meter that count
 */
public record CostDriver(
        String key,
        LocalDate validFrom,
        MeterKey meter,
        boolean peak,
        @Nullable String dimension,
        List<String> included,
        List<String> excluded,
        BigDecimal unitSize,
        int decimals) {

    public CostDriver {
        included = List.copyOf(included);
        excluded = List.copyOf(excluded);
    }

    /** A sum of quantities, scaled by the decimals that count, in units of the unit cost. */
    public BigDecimal units(long scaled, MathContext precision) {
        return BigDecimal.valueOf(scaled, decimals).divide(unitSize, precision);
    }
}
