package io.tenantlens.cost.mrr;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the movements of a month out of the history of what tenants pay. */
public final class MrrMovements {

    private MrrMovements() {}

    /**
     * The movements of a month.
     *
     * @param events in any order; those of one tenant on one day count in the order given
     */
    public static MrrMoves of(List<MrrEvent> events, YearMonth month, SameMonth policy) {
        var byTenant = events.stream()
                .sorted(Comparator.comparing(MrrEvent::effectiveOn))
                .collect(Collectors.groupingBy(MrrEvent::tenant, TreeMap::new, Collectors.toList()));
        var moves = MrrMoves.NONE;
        for (var history : byTenant.values()) {
            moves = add(moves, history, month, policy);
        }
        return moves;
    }

    private static MrrMoves add(MrrMoves sum, List<MrrEvent> history, YearMonth month, SameMonth policy) {
        var before = history.stream()
                .filter(event -> event.effectiveOn().isBefore(month.atDay(1)))
                .toList();
        var within = history.stream()
                .filter(event -> YearMonth.from(event.effectiveOn()).equals(month))
                .toList();
        var current = before.isEmpty() ? BigDecimal.ZERO : before.getLast().mrr();
        var paidEarlier = before.stream().anyMatch(event -> event.mrr().signum() > 0);
        var moves = sum.startingWith(current);
        if (within.isEmpty()) {
            return moves;
        }
        if (policy == SameMonth.NET) {
            return moves.with(current, within.getLast().mrr(), paidEarlier);
        }
        for (var event : within) {
            moves = moves.with(current, event.mrr(), paidEarlier);
            current = event.mrr();
            paidEarlier = paidEarlier || current.signum() > 0;
        }
        return moves;
    }
}
