package io.tenantlens.cost.invoice;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credit that is one of several.
 *
 * @param priority lower ones are used first
 * @param expiresOn null if it never does
 */
public record Grant(Credit credit, int priority, @Nullable LocalDate expiresOn) {

    /** The credits in the order of their use: priority, then the earliest to expire, then as given. */
    public static List<Credit> inOrder(List<Grant> grants) {
        return grants.stream()
                .sorted(Comparator.comparingInt(Grant::priority).thenComparing(Grant::lastDay))
                .map(Grant::credit)
                .toList();
    }

    private LocalDate lastDay() {
        return expiresOn == null ? LocalDate.MAX : expiresOn;
    }
}
