package io.tenantlens.api.billing.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.tenantlens.api.billing.MeteredCharge;
import io.tenantlens.api.billing.MeteredCharge.Measure;
import io.tenantlens.api.input.JsonInput;
import io.tenantlens.api.ratecard.ChargeReader;
import io.tenantlens.cost.invoice.Tax;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.ratecard.ChargeId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the columns of a rate card; docs/billing.md tells their fields. */
public final class RateCardReader {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Map<String, Measure> MEASURES =
            Map.of("sum", Measure.SUM, "average", Measure.AVERAGE, "peak", Measure.PEAK);

    /** Thousands of tenants share a few cards, and the same text always means the same. */
    private static final LoadingCache<String, List<MeteredCharge>> CHARGES =
            Caffeine.newBuilder().maximumSize(200).build(json -> charges(parse(json)));

    private static final LoadingCache<String, List<Tax>> TAXES =
            Caffeine.newBuilder().maximumSize(200).build(json -> taxes(parse(json)));

    private RateCardReader() {}

    static List<MeteredCharge> charges(String json) {
        return CHARGES.get(json);
    }

    public static List<MeteredCharge> charges(JsonNode charges) {
        return new JsonInput(charges, "/charges")
                .items().stream().map(RateCardReader::charge).toList();
    }

    static List<Tax> taxes(String json) {
        return TAXES.get(json);
    }

    public static List<Tax> taxes(JsonNode taxes) {
        return new JsonInput(taxes, "/taxes")
                .items().stream().map(RateCardReader::tax).toList();
    }

    static String json(Map<String, String> dimensions) {
        return MAPPER.valueToTree(dimensions).toString();
    }

    public static MeteredCharge charge(JsonInput input) {
        input.only("id", "title", "unit", "meter", "where", "measure", "price");
        var id = input.field("id").parse(ChargeId::new);
        return new MeteredCharge(
                input.text("title"),
                input.text("unit"),
                input.optional("meter", null, meter -> meter.parse(MeterKey::new)),
                dimensions(input),
                input.optional("measure", Measure.SUM, measure -> measure.choice(MEASURES)),
                ChargeReader.price(input.field("price"), id));
    }

    public static Tax tax(JsonInput input) {
        input.only("id", "title", "percent");
        return input.field("percent")
                .checked(() -> new Tax(input.text("id"), input.decimal("percent", BigDecimal.ZERO), Set.of()));
    }

    private static Map<String, String> dimensions(JsonInput input) {
        var dimensions = new HashMap<String, String>();
        input.map("where").forEach((name, value) -> dimensions.put(name, value.text()));
        return dimensions;
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("rate card is not JSON", e);
        }
    }
}
