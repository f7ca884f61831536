package io.tenantlens.portal.staff.ratecards;

import io.tenantlens.api.billing.card.CardDifference;
import io.tenantlens.api.billing.card.CardDifference.Item;
import io.tenantlens.api.billing.card.CardText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An item that two cards say otherwise, in words. */
public record ItemView(String subject, String mood, String kind, List<Row> rows) {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("/title", "Name"),
            Map.entry("/proration", "Fixed fees of a part of a month"),
            Map.entry("/unit", "Unit"),
            Map.entry("/meter", "Counts"),
            Map.entry("/measure", "Over the month"),
            Map.entry("/percent", "Percent"),
            Map.entry("/price/model", "Price model"),
            Map.entry("/price/amount", "Fee a month"),
            Map.entry("/price/unit", "Price a unit"),
            Map.entry("/price/size", "Units a package"),
            Map.entry("/price/price", "Price a package"),
            Map.entry("/price/multiplier", "Factor"),
            Map.entry("/price/freeUnits", "Free units"),
            Map.entry("/price/discountPercent", "Discount, %"),
            Map.entry("/price/minimum", "At least"),
            Map.entry("/price/maximum", "At most"),
            Map.entry("/price/convert/divideBy", "Metered in one unit"),
            Map.entry("/price/convert/round", "Rounding"));

    private static final Map<String, String> TIER_WORDS =
            Map.of("upTo", "up to", "unit", "price a unit", "flat", "fixed", "size", "units a block", "max", "blocks");

    /** A field with both values. */
    public record Row(String field, String before, String after) {}

    public static List<ItemView> between(CardText before, CardText after) {
        return CardDifference.between(before, after).stream().map(ItemView::of).toList();
    }

    private static ItemView of(Item item) {
        var rows = item.changes().stream()
                .map(change -> new Row(words(change.field()), shown(change.before()), shown(change.after())))
                .toList();
        return switch (item.kind()) {
            case ADDED -> new ItemView(item.subject(), "good", "added", rows);
            case REMOVED -> new ItemView(item.subject(), "bad", "removed", rows);
            case CHANGED -> new ItemView(item.subject(), "", "changed", rows);
        };
    }

    private static String words(String field) {
        var parts = field.split("/", -1);
        if (field.startsWith("/price/tiers/") && parts.length == 5) {
            var tier = Integer.parseInt(parts[3]) + 1;
            return "Tier " + tier + ", " + TIER_WORDS.getOrDefault(parts[4], parts[4]);
        }
        return field.startsWith("/where/") ? "Only with " + parts[2] : WORDS.getOrDefault(field, field.substring(1));
    }

    private static String shown(@Nullable String value) {
        return value == null ? "–" : value;
    }
}
