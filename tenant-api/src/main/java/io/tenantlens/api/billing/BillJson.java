package io.tenantlens.api.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tenantlens.api.billing.draft.DraftLine;
import io.tenantlens.cost.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A bill as the JSON API shows it: the fields of the command {@code rate}, beside what they are about. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BillJson(
        String currency,
        String plan,
        PeriodJson period,
        @Nullable Instant asOf,
        List<LineJson> lines,
        String subtotal,
        String discount,
        String tax,
        String credit,
        String total,
        @Nullable String forecastTotal) {

    record PeriodJson(LocalDate start, LocalDate end, String timeZone) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineJson(
            String charge,
            String title,
            String kind,
            @Nullable String meter,
            String unit,
            String quantity,
            @Nullable String unitPrice,
            String amount,
            String discount,
            String credit,
            String tax,
            String total,
            List<String> steps) {

        static LineJson of(DraftLine line) {
            var rated = line.rated();
            var meter = line.meter();
            return new LineJson(
                    rated.charge().value(),
                    line.title(),
                    rated.kind().name().toLowerCase(Locale.ROOT),
                    meter == null ? null : meter.value(),
                    line.unit(),
                    decimal(rated.quantity()),
                    rated.unitPrice() == null ? null : decimal(rated.unitPrice()),
                    decimal(rated.amount()),
                    decimal(rated.discount()),
                    decimal(rated.credit()),
                    decimal(rated.tax()),
                    decimal(rated.total()),
                    rated.steps());
        }
    }

    static BillJson of(BillPreview preview) {
        var bill = preview.bill();
        var dates = preview.period().dates();
        var forecast = preview.forecast();
        return new BillJson(
                bill.currency().code(),
                preview.plan().title(),
                new PeriodJson(
                        dates.start(), dates.end(), preview.period().zone().getId()),
                preview.asOf(),
                preview.lines().stream().map(LineJson::of).toList(),
                decimal(bill.subtotal()),
                decimal(bill.discount()),
                decimal(bill.tax()),
                decimal(bill.credit()),
                decimal(bill.total()),
                forecast == null ? null : decimal(forecast));
    }

    private static String decimal(Money money) {
        return money.amount().toPlainString();
    }

    private static String decimal(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }
}
