package io.tenantlens.api.fold;

import io.tenantlens.api.meter.Aggregation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/** All that one fold adds to usage, by line. */
final class Rollup {

    private static final Comparator<Slot> BY_HOUR = Comparator.comparingLong(slot -> slot.segment.hourStart());
    private static final Comparator<RollupKey> BY_LINE = Comparator.comparing(
                    (RollupKey key) -> key.id.tenant().tenant())
            .thenComparing(key -> key.id.meter())
            .thenComparing(key -> key.id.dimensions());

    private final int fold;
    private final Map<RollupKey, List<Slot>> lines = new LinkedHashMap<>();

    Rollup(int fold) {
        this.fold = fold;
    }

    int fold() {
        return fold;
    }

    void add(Slot slot) {
        lines.computeIfAbsent(slot.key, _ -> new ArrayList<>(1)).add(slot);
    }

    /** Forgets what lies in other hours. */
    void keepHours(LongPredicate kept) {
        lines.values().forEach(slots -> slots.removeIf(slot -> !kept.test(slot.segment.hourStart())));
        lines.values().removeIf(List::isEmpty);
    }

    /** Lets go of everything, once it is written. */
    void forget() {
        lines.keySet().forEach(RollupKey::forget);
        lines.clear();
    }

    /** The slots of lines of some aggregations, one list a line, each in the order of hours. */
    List<List<Slot>> linesOf(Predicate<Aggregation> wanted) {
        var found = lines.keySet().stream()
                .filter(key -> wanted.test(key.aggregation))
                .sorted(BY_LINE)
                .toList();
        var inOrder = new ArrayList<List<Slot>>(found.size());
        for (var key : found) {
            var slots = lines.getOrDefault(key, List.of());
            slots.sort(BY_HOUR);
            inOrder.add(slots);
        }
        return inOrder;
    }
}
