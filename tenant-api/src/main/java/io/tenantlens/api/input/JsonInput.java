package io.tenantlens.api.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that knows its pointer, so that each refusal names the field.
 *
 * <p>A field that is null counts as absent. Numbers may stand as decimal strings or as JSON numbers.
 */
public record JsonInput(JsonNode node, String pointer) {

    /** More digits than any amount or quantity has; an exponent must not fill the memory. */
    private static final int MAX_DIGITS = 60;

    private static final int MAX_LENGTH = 200;

    private static final int LONGEST_DATE = 10;

    /** Refuses any other field, so that a misspelt optional one is not silently left out. */
    public JsonInput only(String... names) {
        if (!node.isObject()) {
            throw invalid("must be an object");
        }
        var known = Set.of(names);
        for (var name : fieldNames()) {
            if (!known.contains(name)) {
                throw new InvalidInput(pointerOf(name), "unknown field; known are " + String.join(", ", names));
            }
        }
        return this;
    }

    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    public JsonInput field(String name) {
        var value = optional(name);
        if (value == null) {
            throw new InvalidInput(pointerOf(name), "is required");
        }
        return value;
    }

    public @Nullable JsonInput optional(String name) {
        return has(name) ? new JsonInput(node.get(name), pointerOf(name)) : null;
    }

    public <T extends @Nullable Object> T optional(String name, T absent, Function<JsonInput, ? extends T> read) {
        var value = optional(name);
        return value == null ? absent : read.apply(value);
    }

    public String text(String name) {
        return field(name).text();
    }

    public BigDecimal decimal(String name) {
        return field(name).decimal();
    }

    public BigDecimal decimal(String name, BigDecimal absent) {
        return optional(name, absent, JsonInput::decimal);
    }

    /** The entries of a list; an absent list is empty. */
    public List<JsonInput> list(String name) {
        return optional(name, List.of(), JsonInput::items);
    }

    /** The entries of an object in their order; an absent object is empty. */
    public Map<String, JsonInput> map(String name) {
        return optional(name, Map.of(), JsonInput::entries);
    }

    public String text() {
        if (!node.isTextual()) {
            throw invalid("must be a string");
        }
        return node.textValue();
    }

    public boolean bool() {
        if (!node.isBoolean()) {
            throw invalid("must be true or false");
        }
        return node.booleanValue();
    }

    public int integer() {
        var value = decimal();
        return parsed(value::intValueExact, "must be a whole number");
    }

    public BigDecimal decimal() {
        if (!node.isTextual() && !node.isNumber()) {
            throw invalid("must be a decimal string");
        }
        var text = node.asText();
        if (text.length() > MAX_LENGTH) {
            throw invalid("has more than " + MAX_DIGITS + " digits");
        }
        var value = parsed(
                () -> node.isNumber() ? node.decimalValue() : new BigDecimal(text),
                "must be a decimal number: '" + text + "'");
        if (value.signum() == 0) {
            return value.scale() < 0 || value.scale() > MAX_DIGITS ? BigDecimal.ZERO : value;
        }
        if (Math.abs((long) value.precision() - value.scale()) > MAX_DIGITS || value.scale() > MAX_DIGITS) {
            throw invalid("has more than " + MAX_DIGITS + " digits");
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** The text as a value whose factory refuses what is not one. */
    public <T> T parse(Function<String, T> factory) {
        var text = text();
        return checked(() -> factory.apply(text));
    }

    /** A day; an instant counts as its day in the zone. */
    public LocalDate date(ZoneId zone) {
        return parse(text -> text.length() > LONGEST_DATE
                ? OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDate()
                : LocalDate.parse(text));
    }

    /** One of some names. */
    public <T> T choice(Map<String, T> values) {
        var value = values.get(text());
        if (value == null) {
            throw invalid("must be one of "
                    + String.join(", ", values.keySet().stream().sorted().toList()) + ": '" + text() + "'");
        }
        return value;
    }

    /** What a value's own check refuses is this field's fault. */
    public <T> T checked(Supplier<T> factory) {
        try {
            return factory.get();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
    }

    public List<JsonInput> items() {
        if (!node.isArray()) {
            throw invalid("must be an array");
        }
        var items = new ArrayList<JsonInput>();
        for (var item : node) {
            items.add(new JsonInput(item, pointer + "/" + items.size()));
        }
        return items;
    }

    public Map<String, JsonInput> entries() {
        if (!node.isObject()) {
            throw invalid("must be an object");
        }
        var entries = new LinkedHashMap<String, JsonInput>();
        for (var name : fieldNames()) {
            entries.put(name, new JsonInput(node.get(name), pointerOf(name)));
        }
        return entries;
    }

    public InvalidInput invalid(String detail) {
        return new InvalidInput(pointer, detail);
    }

    private <T> T parsed(Supplier<T> parser, String otherwise) {
        try {
            return parser.get();
        } catch (ArithmeticException | NumberFormatException e) {
            throw invalid(otherwise);
        }
    }

    private List<String> fieldNames() {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private String pointerOf(String name) {
        return pointer + "/" + escape(name);
    }

    /** A name as part of a JSON pointer. */
    public static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
