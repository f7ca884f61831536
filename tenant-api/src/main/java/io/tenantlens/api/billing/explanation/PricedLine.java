package io.tenantlens.api.billing.explanation;

import io.tenantlens.api.billing.MeteredCharge;
import io.tenantlens.api.billing.MeteredCharge.Measure;
import io.tenantlens.api.billing.internal.MeteredQuantity;
import io.tenantlens.cost.rating.Billed;
import io.tenantlens.cost.rating.ChargeLine;
import io.tenantlens.cost.time.BillingPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A line that a rate card priced.
 *
 * @param dayCount how a fixed fee was cut, in the words of the command {@code rate}
 * @param price as it stands on the card, in the fields of the command {@code rate}
 * @param period the service month in the zone in which it was billed
 * @param billedBefore what a correction takes off; empty for other lines
 * @param days the usage as it is known now: more than was billed where some came late
 * @param again the line rated again from what it says it was rated from
 */
public record PricedLine(
        MeteredCharge charge,
        String dayCount,
        String price,
        BillingPeriod period,
        Optional<Billed> billedBefore,
        SortedMap<LocalDate, BigDecimal> days,
        ChargeLine again) {

    /** The metered quantity of the service month as it is known now. */
    public BigDecimal knownNow() {
        var total = charge.measure() == Measure.PEAK
                ? days.values().stream().reduce(BigDecimal.ZERO, BigDecimal::max)
                : days.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return MeteredQuantity.of(charge.measure(), total, period);
    }
}
