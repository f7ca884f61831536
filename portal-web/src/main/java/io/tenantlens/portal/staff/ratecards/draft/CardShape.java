package io.tenantlens.portal.staff.ratecards.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantlens.api.billing.card.CardText;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Adds and removes charges and tiers, so that what was valid stays valid. */
final class CardShape {

    /** The price of a new charge by its model: nothing costs anything until somebody sets it. */
    private static final Map<String, String> NEW_PRICES = new LinkedHashMap<>();

    static {
        NEW_PRICES.put("flat", "{'amount': '0'}");
        NEW_PRICES.put("unit", "{'unit': '0'}");
        NEW_PRICES.put("graduated", "{'tiers': [{'upTo': '100', 'unit': '0'}, {'unit': '0'}]}");
        NEW_PRICES.put("volume", "{'tiers': [{'upTo': '100', 'unit': '0'}, {'unit': '0'}]}");
        NEW_PRICES.put("package", "{'size': '1000', 'price': '0'}");
        NEW_PRICES.put("capacity", "{'tiers': [{'upTo': '100', 'flat': '0'}, {'flat': '0'}]}");
        NEW_PRICES.put(
                "topTier", "{'tiers': [{'size': '100', 'max': '10', 'price': '0'}, {'size': '100', 'price': '0'}]}");
        NEW_PRICES.put("percentage", "{'percent': '0'}");
        NEW_PRICES.put("graduatedPercentage", "{'tiers': [{'upTo': '100', 'percent': '0'}, {'percent': '0'}]}");
        NEW_PRICES.put("dynamic", "{'multiplier': '1'}");
    }

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

    private CardShape() {}

    static Iterable<String> models() {
        return NEW_PRICES.keySet();
    }

    /** What a button of the form asks for: {@code add-charge}, {@code add-tier:…} or {@code drop:…} with a pointer; else nothing. */
    static CardText changed(CardText text, String wish, String newModel) {
        var charges = text.charges().deepCopy();
        if (wish.equals("add-charge") && NEW_PRICES.containsKey(newModel) && charges instanceof ArrayNode all) {
            all.add(newCharge(all, newModel));
        } else if (wish.startsWith("add-tier:") && at(charges, wish) instanceof ArrayNode tiers && !tiers.isEmpty()) {
            addTier(tiers);
        } else if (wish.startsWith("drop:")) {
            drop(charges, pointer(wish));
        }
        return new CardText(text.title(), charges, text.taxes(), text.proration());
    }

    private static ObjectNode newCharge(ArrayNode charges, String model) {
        var ids = StreamSupport.stream(charges.spliterator(), false)
                .map(charge -> charge.path("id").asText())
                .collect(Collectors.toSet());
        var number = charges.size() + 1;
        while (ids.contains("charge-" + number)) {
            number++;
        }
        var charge = JSON.createObjectNode();
        charge.put("id", "charge-" + number).put("title", "New charge");
        charge.put("unit", model.equals("flat") ? "month" : "units");
        if (!model.equals("flat")) {
            charge.put("meter", "requests");
        }
        var price = JSON.createObjectNode().put("model", model);
        charge.set("price", price.setAll((ObjectNode) read(NEW_PRICES.getOrDefault(model, "{}"))));
        return charge;
    }

    /** The last tier is cut in two at double the bound before it; the new one has its price. */
    private static void addTier(ArrayNode tiers) {
        var last = (ObjectNode) tiers.get(tiers.size() - 1);
        var added = last.deepCopy();
        if (last.has("size")) {
            last.put("max", last.hasNonNull("max") ? last.get("max").asText() : "10");
            added.remove("max");
        } else {
            var before = tiers.size() > 1 ? tiers.get(tiers.size() - 2).path("upTo") : last.path("upTo");
            last.put("upTo", doubled(last.hasNonNull("upTo") ? last.path("upTo") : before));
            added.remove("upTo");
        }
        tiers.add(added);
    }

    private static String doubled(JsonNode bound) {
        try {
            return new BigDecimal(bound.asText()).multiply(BigDecimal.TWO).toPlainString();
        } catch (NumberFormatException e) {
            return "100";
        }
    }

    /** Where the last tier goes, the one before it has no end. */
    private static void drop(JsonNode charges, String pointer) {
        var cut = pointer.lastIndexOf('/');
        if (cut < 0
                || !(charges.at(pointer.substring(0, cut)) instanceof ArrayNode items)
                || !pointer.substring(cut + 1).matches("\\d{1,3}")) {
            return;
        }
        var index = Integer.parseInt(pointer.substring(cut + 1));
        items.remove(index);
        if (cut > 0 && index == items.size() && !items.isEmpty() && items.get(index - 1) instanceof ObjectNode last) {
            last.remove("upTo");
            last.remove("max");
        }
    }

    private static JsonNode at(JsonNode charges, String wish) {
        return charges.at(pointer(wish));
    }

    /** The pointer of a wish, below the charges. */
    private static String pointer(String wish) {
        var pointer = wish.substring(wish.indexOf(':') + 1);
        return pointer.startsWith("/charges/") ? pointer.substring("/charges".length()) : "/none";
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }
}
