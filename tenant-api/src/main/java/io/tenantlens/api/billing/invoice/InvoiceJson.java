package io.tenantlens.api.billing.invoice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tenantlens.cost.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A document as the JSON API shows it.
 *
 * @param lines null in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvoiceJson(
        String id,
        String kind,
        String status,
        @Nullable String number,
        @Nullable String corrects,
        String month,
        PeriodJson period,
        String currency,
        String plan,
        @Nullable Instant issuedAt,
        @Nullable LocalDate dueOn,
        @Nullable Instant paidAt,
        @Nullable String note,
        String subtotal,
        String discount,
        String credit,
        String tax,
        String total,
        List<TaxJson> taxes,
        @Nullable List<LineJson> lines) {

    record PeriodJson(LocalDate start, LocalDate end, String timeZone) {}

    record TaxJson(String id, String percent, String base, String amount) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineJson(
            int line,
            String charge,
            String title,
            String kind,
            String serviceMonth,
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

        static LineJson of(InvoiceLine line) {
            return new LineJson(
                    line.number(),
                    line.charge().value(),
                    line.title(),
                    lower(line.kind()),
                    line.serviceMonth().toString(),
                    line.meter() == null ? null : line.meter().value(),
                    line.unit(),
                    plain(line.quantity()),
                    line.unitPrice() == null ? null : plain(line.unitPrice()),
                    plain(line.amount()),
                    plain(line.discount()),
                    plain(line.credit()),
                    plain(line.tax()),
                    plain(line.total()),
                    line.steps());
        }
    }

    static InvoiceJson of(InvoiceHead head) {
        return of(head, null);
    }

    static InvoiceJson of(Invoice invoice) {
        return of(invoice.head(), invoice.lines().stream().map(LineJson::of).toList());
    }

    private static InvoiceJson of(InvoiceHead head, @Nullable List<LineJson> lines) {
        return new InvoiceJson(
                head.id(),
                lower(head.kind()),
                lower(head.status()),
                head.number(),
                head.corrects(),
                head.month().toString(),
                new PeriodJson(
                        head.month().atDay(1),
                        head.month().plusMonths(1).atDay(1),
                        head.zone().getId()),
                head.total().currency().code(),
                head.planTitle(),
                head.issuedAt(),
                head.dueOn(),
                head.paidAt(),
                head.note(),
                plain(head.subtotal()),
                plain(head.discount()),
                plain(head.credit()),
                plain(head.tax()),
                plain(head.total()),
                head.taxes().stream()
                        .map(tax -> new TaxJson(tax.id(), plain(tax.percent()), plain(tax.base()), plain(tax.amount())))
                        .toList(),
                lines);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String plain(Money money) {
        return money.amount().toPlainString();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
