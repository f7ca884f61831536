package io.tenantlens.portal.staff.ratecards.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tenantlens.api.billing.card.CardText;
import io.tenantlens.portal.staff.ratecards.ChargeWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a card's form. The name of a field is the JSON pointer of what it edits, so that a problem with the card lands
 * beside the field that it is about.
 */
final class CardFields {

    /** What a field takes. */
    enum Kind {
        TEXT,
        NUMBER,
        METER,
        MEASURE,
        ROUND,
        /** Dimensions as {@code name=value}. */
        WHERE
    }

    /** A field of a charge: its pointer below the charge, what it is called, and what it takes. */
    record Spec(String path, String label, Kind kind) {}

    private static final List<Spec> WORDS = List.of(
            new Spec("/title", "Name on the bill", Kind.TEXT),
            new Spec("/unit", "Unit, in words", Kind.TEXT),
            new Spec("/id", "Id", Kind.TEXT));

    private static final List<Spec> METERED = List.of(
            new Spec("/meter", "Counts", Kind.METER),
            new Spec("/where", "Only with", Kind.WHERE),
            new Spec("/measure", "Over the month", Kind.MEASURE));

    private static final List<Spec> QUANTITY = List.of(
            new Spec("/price/convert/divideBy", "Metered in one unit", Kind.NUMBER),
            new Spec("/price/convert/round", "Rounding", Kind.ROUND),
            new Spec("/price/freeUnits", "Free units", Kind.NUMBER),
            new Spec("/price/discountPercent", "Discount, %", Kind.NUMBER),
            new Spec("/price/minimum", "At least", Kind.NUMBER),
            new Spec("/price/maximum", "At most", Kind.NUMBER));

    private static final Map<String, List<Spec>> PRICES = Map.of(
            "flat", List.of(number("/price/amount", "Fee a month")),
            "unit", List.of(number("/price/unit", "Price a unit")),
            "package", List.of(number("/price/size", "Units a package"), number("/price/price", "Price a package")),
            "percentage",
                    List.of(
                            number("/price/percent", "Percent"),
                            number("/price/fixedPerEvent", "Fee for each event"),
                            number("/price/freeEvents", "Events without the fee")),
            "dynamic", List.of(number("/price/multiplier", "Factor")));

    private CardFields() {}

    static List<Spec> of(JsonNode charge) {
        var model = charge.path("price").path("model").asText();
        var specs = new ArrayList<>(WORDS);
        var isFlat = model.equals("flat");
        if (!isFlat) {
            specs.addAll(METERED);
        }
        specs.addAll(PRICES.getOrDefault(model, List.of()));
        if (!isFlat) {
            specs.addAll(QUANTITY);
        }
        return specs;
    }

    /** The columns of a tier, each below the tier's own pointer. */
    static List<Spec> ofTier(JsonNode price) {
        var first = price.path("tiers").path(0);
        if (first.has("size")) {
            return List.of(
                    number("/size", "Units a block"),
                    number("/max", "Blocks at most"),
                    number("/price", "Price a block"));
        }
        return switch (price.path("model").asText()) {
            case "graduatedPercentage" ->
                List.of(number("/upTo", "Up to"), number("/percent", "Percent"), number("/flat", "Fixed"));
            case "capacity" ->
                List.of(number("/upTo", "Up to"), number(first.has("price") ? "/price" : "/flat", "Price"));
            default -> List.of(number("/upTo", "Up to"), number("/unit", "Price a unit"), number("/flat", "Fixed"));
        };
    }

    /** The card with the fields that were sent; what the form has no field for stays. */
    static CardText edited(CardText stored, Map<String, String> sent) {
        var charges = stored.charges().deepCopy();
        for (var i = 0; i < charges.size(); i++) {
            if (charges.get(i) instanceof ObjectNode charge) {
                edit(charge, "/charges/" + i, sent);
            }
        }
        var taxes = stored.taxes().deepCopy();
        for (var i = 0; i < taxes.size(); i++) {
            for (var field : List.of("/title", "/percent")) {
                put(taxes.get(i), field, sent.get("/taxes/" + i + field));
            }
        }
        return new CardText(
                sent.getOrDefault("/title", stored.title()),
                charges,
                taxes,
                sent.getOrDefault("/proration", stored.proration()));
    }

    private static void edit(ObjectNode charge, String pointer, Map<String, String> sent) {
        for (var spec : of(charge)) {
            var value = sent.get(pointer + spec.path());
            if (value != null && spec.kind() == Kind.WHERE) {
                charge.set("where", where(value));
            } else {
                put(charge, spec.path(), value);
            }
        }
        var tiers = charge.path("price").path("tiers");
        for (var i = 0; i < tiers.size(); i++) {
            for (var column : ofTier(charge.path("price"))) {
                put(tiers.get(i), column.path(), sent.get(pointer + "/price/tiers/" + i + column.path()));
            }
        }
        if (charge.path("price") instanceof ObjectNode price
                && !price.path("convert").has("divideBy")) {
            price.remove("convert");
        }
    }

    /** Sets the value, or takes the field away where it was emptied; null leaves it. */
    private static void put(JsonNode node, String path, @Nullable String value) {
        if (value == null) {
            return;
        }
        var names = path.substring(1).split("/", -1);
        var parent = node;
        for (var name : Arrays.copyOf(names, names.length - 1)) {
            if (parent instanceof ObjectNode object && !object.has(name)) {
                object.putObject(name);
            }
            parent = parent.path(name);
        }
        if (parent instanceof ObjectNode object) {
            var name = names[names.length - 1];
            if (value.isBlank()) {
                object.remove(name);
            } else {
                object.put(name, value.strip());
            }
        }
    }

    /** What is no list of dimensions stays text, which the check of the card refuses. */
    private static JsonNode where(String text) {
        var dimensions = JsonNodeFactory.instance.objectNode();
        for (var part : text.split(",", -1)) {
            var equals = part.indexOf('=');
            if (equals > 0) {
                dimensions.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            } else if (!part.isBlank()) {
                return TextNode.valueOf(text);
            }
        }
        return dimensions;
    }

    static String value(JsonNode charge, Spec spec) {
        var node = charge.at(spec.path());
        if (node.isObject()) {
            return ChargeWords.dimensions(node.properties().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, field -> field.getValue().asText())));
        }
        return node.isMissingNode() || node.isNull() ? "" : node.asText();
    }

    private static Spec number(String path, String label) {
        return new Spec(path, label, Kind.NUMBER);
    }
}
