package io.tenantlens.api.billing.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.tenantlens.api.billing.invoice.InvoiceLine;
import io.tenantlens.cost.rating.TierShare;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An explained line as the JSON API shows it.
 *
 * @param rateCase what the command {@code rate} gives the same amount and discount for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExplanationJson(
        String invoice,
        int line,
        String charge,
        String title,
        String kind,
        String serviceMonth,
        String amount,
        String discount,
        String tax,
        String total,
        @Nullable MeterJson meter,
        @Nullable QueryJson query,
        QuantityJson quantity,
        List<DayJson> days,
        List<TierJson> tiers,
        List<String> steps,
        @JsonProperty("case") @Nullable JsonNode rateCase) {

    record MeterJson(String key, String measure, Map<String, String> where) {}

    /** The days of usage that the quantity follows from, and where to read them. */
    record QueryJson(
            String meter, Map<String, String> where, LocalDate from, LocalDate to, String timeZone, String usage) {}

    /** Metered is the whole service month in the meter's unit, priced what is charged for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuantityJson(
            @Nullable String metered,
            String priced,
            String unit,
            @Nullable String unitPrice) {}

    record DayJson(LocalDate day, String quantity) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TierJson(
            String from, @Nullable String upTo, String quantity, String unitPrice, String flat, String amount) {}

    static ExplanationJson of(Explanation explanation) {
        var line = explanation.line();
        var priced = explanation.priced().orElse(null);
        return new ExplanationJson(
                explanation.invoice().id(),
                line.number(),
                line.charge().value(),
                line.title(),
                line.kind().name().toLowerCase(Locale.ROOT),
                line.serviceMonth().toString(),
                line.amount().amount().toPlainString(),
                line.discount().amount().toPlainString(),
                line.tax().amount().toPlainString(),
                line.total().amount().toPlainString(),
                priced == null ? null : meter(priced),
                priced == null ? null : query(explanation, priced),
                quantity(line),
                priced == null
                        ? List.of()
                        : priced.days().entrySet().stream()
                                .map(day -> new DayJson(day.getKey(), plain(day.getValue())))
                                .toList(),
                priced == null
                        ? List.of()
                        : priced.again().tiers().stream()
                                .map(ExplanationJson::tier)
                                .toList(),
                line.steps(),
                priced == null ? null : RateCase.of(line, priced));
    }

    private static @Nullable MeterJson meter(PricedLine priced) {
        var meter = priced.charge().meter();
        return meter == null
                ? null
                : new MeterJson(
                        meter.value(),
                        priced.charge().measure().name().toLowerCase(Locale.ROOT),
                        priced.charge().where());
    }

    private static @Nullable QueryJson query(Explanation explanation, PricedLine priced) {
        var meter = priced.charge().meter();
        var dates = priced.period().dates();
        return meter == null
                ? null
                : new QueryJson(
                        meter.value(),
                        priced.charge().where(),
                        dates.start(),
                        dates.end(),
                        priced.period().zone().getId(),
                        "/api/v1/tenants/%s/usage?meter=%s&from=%s&to=%s&interval=day"
                                .formatted(explanation.invoice().tenant(), meter, dates.start(), dates.end()));
    }

    private static QuantityJson quantity(InvoiceLine line) {
        return new QuantityJson(
                line.metered() == null ? null : plain(line.metered()),
                plain(line.quantity()),
                line.unit(),
                line.unitPrice() == null ? null : plain(line.unitPrice()));
    }

    private static TierJson tier(TierShare tier) {
        return new TierJson(
                plain(tier.from()),
                tier.upTo() == null ? null : plain(tier.upTo()),
                plain(tier.quantity()),
                plain(tier.unitPrice()),
                plain(tier.flat()),
                plain(tier.amount()));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
