package io.tenantlens.api.billing.invoice;

import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.ratecard.ChargeId;
import io.tenantlens.cost.rating.LineKind;
import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of a document. Its total is amount − discount − credit + tax.
 *
 * @param number its place on the document, from 1
 * @param serviceMonth the month that it is for: of a correction that of the usage
 * @param plan with cardFrom the rate card that priced it; null for credits
 * @param active the days of a fixed fee that was cut; null for a whole month
 * @param metered the quantity of the whole service month in the meter's unit; null where nothing is metered
 */
public record InvoiceLine(
        int number,
        ChargeId charge,
        String title,
        LineKind kind,
        YearMonth serviceMonth,
        @Nullable String plan,
        @Nullable LocalDate cardFrom,
        @Nullable DateRange active,
        @Nullable MeterKey meter,
        String unit,
        @Nullable BigDecimal metered,
        BigDecimal quantity,
        @Nullable BigDecimal unitPrice,
        Money amount,
        Money discount,
        Money credit,
        Money tax,
        Money total,
        List<String> steps) {

    public InvoiceLine {
        steps = List.copyOf(steps);
    }

    /** What is charged before tax. */
    public Money net() {
        return total.minus(tax);
    }
}
