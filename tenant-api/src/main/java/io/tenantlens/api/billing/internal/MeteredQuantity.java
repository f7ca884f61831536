package io.tenantlens.api.billing.internal;

import io.tenantlens.api.billing.MeteredCharge.Measure;
import io.tenantlens.cost.time.BillingPeriod;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/** From the days of a period, already summed or the highest taken, to the quantity that is rated. */
public final class MeteredQuantity {

    private MeteredQuantity() {}

    /** An average is over the whole period, so that a preview grows to what the invoice will say. */
    public static BigDecimal of(Measure measure, BigDecimal total, BillingPeriod period) {
        return switch (measure) {
            case SUM, PEAK -> total;
            case AVERAGE ->
                total.divide(
                        BigDecimal.valueOf(Duration.between(
                                        period.period().start(), period.period().end())
                                .toHours()),
                        MathContext.DECIMAL128);
        };
    }
}
