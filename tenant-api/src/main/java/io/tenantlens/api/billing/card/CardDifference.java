package io.tenantlens.api.billing.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantlens.api.input.JsonInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one card says otherwise than another, item by item in the order of the cards. */
public final class CardDifference {

    private CardDifference() {}

    /** What happened to an item. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** A charge, a tax or the card itself that differs. */
    public record Item(Kind kind, String subject, List<Change> changes) {

        public Item {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A field with another value.
     *
     * @param field its pointer within the item
     * @param before null where it was not there
     * @param after null where it is not there any more
     */
    public record Change(
            String field, @Nullable String before, @Nullable String after) {}

    public static List<Item> between(CardText before, CardText after) {
        var items = new ArrayList<Item>();
        add(
                items,
                "The card",
                Map.of("/title", before.title(), "/proration", before.proration()),
                Map.of("/title", after.title(), "/proration", after.proration()));
        compare(items, before.charges(), after.charges());
        compare(items, before.taxes(), after.taxes());
        return List.copyOf(items);
    }

    /** Items are the same if they have the same id. */
    private static void compare(List<Item> items, JsonNode before, JsonNode after) {
        var old = byId(before);
        var now = byId(after);
        var ids = new LinkedHashSet<>(old.keySet());
        ids.addAll(now.keySet());
        for (var id : ids) {
            var was = old.get(id);
            var is = now.get(id);
            if (was == null && is != null) {
                items.add(new Item(Kind.ADDED, title(is, id), changes(Map.of(), leaves(is))));
            } else if (is == null && was != null) {
                items.add(new Item(Kind.REMOVED, title(was, id), changes(leaves(was), Map.of())));
            } else if (was != null && is != null) {
                add(items, title(is, id), leaves(was), leaves(is));
            }
        }
    }

    private static void add(List<Item> items, String subject, Map<String, String> before, Map<String, String> after) {
        var changes = changes(before, after);
        if (!changes.isEmpty()) {
            items.add(new Item(Kind.CHANGED, subject, changes));
        }
    }

    private static List<Change> changes(Map<String, String> before, Map<String, String> after) {
        var fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        return fields.stream()
                .filter(field -> !same(before.get(field), after.get(field)))
                .map(field -> new Change(field, before.get(field), after.get(field)))
                .toList();
    }

    /** 12 and 12.00 are the same price. */
    private static boolean same(@Nullable String one, @Nullable String other) {
        if (one == null || other == null || one.equals(other)) {
            return Objects.equals(one, other);
        }
        try {
            return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String title(JsonNode item, String id) {
        return item.path("title").asText(id);
    }

    private static Map<String, JsonNode> byId(JsonNode items) {
        var byId = new LinkedHashMap<String, JsonNode>();
        items.forEach(item -> byId.put(item.path("id").asText(), item));
        return byId;
    }

    private static Map<String, String> leaves(JsonNode item) {
        var leaves = new LinkedHashMap<String, String>();
        collect(leaves, "", item);
        leaves.remove("/id");
        return leaves;
    }

    private static void collect(Map<String, String> leaves, String pointer, JsonNode node) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field ->
                            collect(leaves, pointer + "/" + JsonInput.escape(field.getKey()), field.getValue()));
        } else if (node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                collect(leaves, pointer + "/" + i, node.get(i));
            }
        } else if (!node.isNull()) {
            leaves.put(pointer, node.asText());
        }
    }
}
