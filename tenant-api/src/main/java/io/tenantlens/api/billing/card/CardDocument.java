package io.tenantlens.api.billing.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantlens.api.input.InvalidInput;
import io.tenantlens.api.input.JsonInput;
import io.tenantlens.api.problem.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A card as one JSON document. A charge may stand in it as the command {@code rate} takes it, with its price not in an object
 * of its own; it then keeps the words and the meter of the charge that had its id before.
 */
public final class CardDocument {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final List<String> CHARGE = List.of("id", "title", "unit", "meter", "where", "measure", "price");

    private final CardText text;
    private final Set<String> bare;

    private CardDocument(CardText text, Set<String> bare) {
        this.text = text;
        this.bare = bare;
    }

    public CardText text() {
        return text;
    }

    /** The problem by the field as it stands in the document. */
    public FieldError inDocument(FieldError problem) {
        for (var charge : bare) {
            var price = charge + "/price";
            if (problem.pointer().equals(price) || problem.pointer().startsWith(price + "/")) {
                return new FieldError(charge + problem.pointer().substring(price.length()), problem.detail());
            }
        }
        return problem;
    }

    public static String of(CardText text) {
        var document = JSON.createObjectNode();
        document.put("title", text.title());
        document.put("proration", text.proration());
        var charges = document.putArray("charges");
        text.charges().forEach(charge -> charges.add(inOrder(charge)));
        document.set("taxes", text.taxes());
        return document.toPrettyString();
    }

    /**
     * Reads a document, or its charges alone; what it leaves out stays as before.
     *
     * @throws InvalidInput if it is not JSON or has other fields
     */
    public static CardDocument read(String json, CardText before) {
        var input = new JsonInput(parse(json), "");
        if (input.node().isArray()) {
            return of(before, before.title(), before.proration(), input.node(), before.taxes());
        }
        input.only("title", "proration", "charges", "taxes");
        return of(
                before,
                input.optional("title", before.title(), JsonInput::text),
                input.optional("proration", before.proration(), JsonInput::text),
                input.optional("charges", before.charges(), JsonInput::node),
                input.optional("taxes", before.taxes(), JsonInput::node));
    }

    private static CardDocument of(CardText before, String title, String proration, JsonNode charges, JsonNode taxes) {
        var bare = new HashSet<String>();
        var all = JSON.createArrayNode();
        for (var charge : charges) {
            if (charge.isObject() && charge.has("model") && !charge.has("price")) {
                bare.add("/charges/" + all.size());
                all.add(wrapped(charge, find(before.charges(), charge.path("id").asText())));
            } else {
                all.add(charge);
            }
        }
        return new CardDocument(new CardText(title, charges.isArray() ? all : charges, taxes, proration), bare);
    }

    private static ObjectNode wrapped(JsonNode charge, @Nullable JsonNode before) {
        var wrapped = JSON.createObjectNode();
        var id = charge.path("id").asText();
        wrapped.put("title", id).put("unit", "units");
        if (before != null) {
            CHARGE.stream().filter(before::has).forEach(name -> wrapped.set(name, before.get(name)));
        }
        // A price of units has the field "unit", too: there it is no word.
        var ofPrice = charge.path("model").asText().equals("unit");
        var price = JSON.createObjectNode();
        for (var field : charge.properties()) {
            var isWord = CHARGE.contains(field.getKey())
                    && !(ofPrice && field.getKey().equals("unit"));
            (isWord ? wrapped : price).set(field.getKey(), field.getValue());
        }
        wrapped.set("price", price);
        return wrapped;
    }

    private static @Nullable JsonNode find(JsonNode charges, String id) {
        for (var charge : charges) {
            if (charge.path("id").asText().equals(id)) {
                return charge;
            }
        }
        return null;
    }

    private static JsonNode inOrder(JsonNode charge) {
        var ordered = JSON.createObjectNode();
        CHARGE.stream().filter(charge::has).forEach(name -> ordered.set(name, charge.get(name)));
        if (charge.path("price") instanceof ObjectNode price) {
            var model = JSON.createObjectNode();
            model.set("model", price.path("model"));
            ordered.set("price", model.setAll(price));
        }
        return ordered;
    }

    private static JsonNode parse(String json) {
        try {
            var node = JSON.readTree(json);
            if (node instanceof ArrayNode || node instanceof ObjectNode) {
                return node;
            }
            throw new InvalidInput("", "must be an object with charges, or an array of charges");
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new InvalidInput(
                    "",
                    at == null
                            ? "is not JSON"
                            : "is not JSON: look at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()));
        }
    }
}
