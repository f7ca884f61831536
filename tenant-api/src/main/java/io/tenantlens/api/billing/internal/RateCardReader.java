package io.tenantlens.api.billing.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenantlens.api.billing.MeteredCharge;
import io.tenantlens.api.billing.MeteredCharge.Measure;
import io.tenantlens.cost.invoice.Tax;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.ratecard.Charge;
import io.tenantlens.cost.ratecard.ChargeId;
import io.tenantlens.cost.ratecard.Conversion;
import io.tenantlens.cost.ratecard.PriceModel;
import io.tenantlens.cost.ratecard.Tier;
import io.tenantlens.cost.ratecard.Tiers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a rate card; docs/billing.md tells their fields. */
final class RateCardReader {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RateCardReader() {}

    static List<MeteredCharge> charges(String json) {
        var charges = new ArrayList<MeteredCharge>();
        for (var node : parse(json)) {
            charges.add(new MeteredCharge(
                    node.required("title").asText(),
                    node.required("unit").asText(),
                    node.hasNonNull("meter") ? new MeterKey(node.get("meter").asText()) : null,
                    dimensions(node.path("where")),
                    Measure.valueOf(node.path("measure").asText("sum").toUpperCase(Locale.ROOT)),
                    charge(node.required("id").asText(), node.required("price"))));
        }
        return charges;
    }

    static List<Tax> taxes(String json) {
        var taxes = new ArrayList<Tax>();
        for (var node : parse(json)) {
            taxes.add(new Tax(node.required("id").asText(), decimal(node, "percent", BigDecimal.ZERO), Set.of()));
        }
        return taxes;
    }

    static String json(Map<String, String> dimensions) {
        return MAPPER.valueToTree(dimensions).toString();
    }

    private static Charge charge(String id, JsonNode price) {
        var charge = new Charge(
                new ChargeId(id),
                model(price),
                price.hasNonNull("convert") ? conversion(price.get("convert")) : null,
                decimal(price, "freeUnits", BigDecimal.ZERO),
                decimal(price, "discountPercent", BigDecimal.ZERO),
                null,
                null,
                null);
        return charge.withBounds(optional(price, "minimum"), optional(price, "maximum"));
    }

    private static PriceModel model(JsonNode price) {
        var name = price.required("model").asText();
        return switch (name) {
            case "flat" -> new PriceModel.Flat(decimal(price, "amount", BigDecimal.ZERO));
            case "unit" -> new PriceModel.Unit(decimal(price, "unit", BigDecimal.ZERO));
            case "package" ->
                new PriceModel.Packages(
                        decimal(price, "size", BigDecimal.ZERO), decimal(price, "price", BigDecimal.ZERO));
            case "graduated" -> new PriceModel.Graduated(tiers(price.required("tiers")));
            case "volume" -> new PriceModel.Volume(tiers(price.required("tiers")));
            default -> throw new IllegalArgumentException("a rate card's price cannot have the model " + name);
        };
    }

    private static Tiers tiers(JsonNode list) {
        var tiers = new ArrayList<Tier>();
        for (var node : list) {
            tiers.add(new Tier(
                    optional(node, "upTo"),
                    decimal(node, "unit", BigDecimal.ZERO),
                    decimal(node, "flat", BigDecimal.ZERO)));
        }
        return new Tiers(tiers);
    }

    private static Conversion conversion(JsonNode node) {
        var round = Conversion.Round.valueOf(node.path("round").asText("none").toUpperCase(Locale.ROOT));
        return new Conversion(decimal(node, "divideBy", BigDecimal.ONE), round);
    }

    private static Map<String, String> dimensions(JsonNode node) {
        var dimensions = new HashMap<String, String>();
        node.properties()
                .forEach(
                        field -> dimensions.put(field.getKey(), field.getValue().asText()));
        return dimensions;
    }

    private static BigDecimal decimal(JsonNode node, String field, BigDecimal absent) {
        var value = optional(node, field);
        return value == null ? absent : value;
    }

    private static @Nullable BigDecimal optional(JsonNode node, String field) {
        return node.hasNonNull(field) ? new BigDecimal(node.get(field).asText()) : null;
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("rate card is not JSON", e);
        }
    }
}
