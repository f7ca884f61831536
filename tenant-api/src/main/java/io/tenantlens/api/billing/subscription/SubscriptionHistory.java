package io.tenantlens.api.billing.subscription;

import io.tenantlens.cost.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All changes of one tenant's subscription.
 *
 * @param changes by the day from which they hold; of two for the same day the later one counts
 */
public record SubscriptionHistory(List<SubscriptionChange> changes) {

    public static final SubscriptionHistory NONE = new SubscriptionHistory(List.of());

    public SubscriptionHistory {
        changes = List.copyOf(changes);
    }

    /** What holds on a day; empty before the start. */
    public Optional<SubscriptionChange> on(LocalDate day) {
        return changes.stream()
                .filter(change -> !change.effectiveOn().isAfter(day))
                .reduce((_, later) -> later);
    }

    /** The stretches of a span on which a plan was active, in order; neighbours on the same plan are one. */
    public List<SubscriptionPhase> active(DateRange span) {
        var phases = new ArrayList<SubscriptionPhase>();
        for (var i = 0; i < changes.size(); i++) {
            var change = changes.get(i);
            var start = later(change.effectiveOn(), span.start());
            var end = i + 1 < changes.size() ? earlier(changes.get(i + 1).effectiveOn(), span.end()) : span.end();
            if (change.state() == SubscriptionState.ACTIVE && start.isBefore(end)) {
                add(phases, new SubscriptionPhase(change.plan(), new DateRange(start, end)));
            }
        }
        return List.copyOf(phases);
    }

    private static void add(List<SubscriptionPhase> phases, SubscriptionPhase next) {
        var last = phases.isEmpty() ? null : phases.getLast();
        if (last != null
                && last.plan().equals(next.plan())
                && last.days().end().equals(next.days().start())) {
            phases.removeLast();
            phases.add(new SubscriptionPhase(
                    last.plan(), new DateRange(last.days().start(), next.days().end())));
        } else {
            phases.add(next);
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
