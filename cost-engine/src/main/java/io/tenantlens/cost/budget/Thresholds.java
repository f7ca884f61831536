package io.tenantlens.cost.budget;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Amounts at which somebody wants to be told.
 *
 * @param fixed in any order
 * @param recurring the step of further thresholds beyond the last fixed one; null for none
 */
public record Thresholds(List<BigDecimal> fixed, @Nullable BigDecimal recurring) {

    /** A step that is tiny against the amount must not produce messages without end. */
    private static final int MOST_AT_ONCE = 1_000;

    public Thresholds {
        fixed = fixed.stream().sorted().distinct().toList();
        if (recurring != null && recurring.signum() <= 0) {
            throw new IllegalArgumentException("recurring must be more than zero: " + recurring.toPlainString());
        }
    }

    /**
     * The thresholds crossed between two readings: above the former, at most the latter. Each therefore fires
     * once while the amount rises.
     */
    public List<BigDecimal> crossed(BigDecimal before, BigDecimal now) {
        var crossed = new ArrayList<>(
                fixed.stream().filter(at -> isCrossed(at, before, now)).toList());
        if (recurring != null) {
            var last = fixed.isEmpty() ? BigDecimal.ZERO : fixed.getLast();
            var skipped = before.subtract(last).max(BigDecimal.ZERO).divideToIntegralValue(recurring);
            var next = last.add(recurring.multiply(skipped.add(BigDecimal.ONE)));
            Stream.iterate(next, at -> at.compareTo(now) <= 0, at -> at.add(recurring))
                    .limit(MOST_AT_ONCE)
                    .forEach(crossed::add);
        }
        return List.copyOf(crossed);
    }

    private static boolean isCrossed(BigDecimal threshold, BigDecimal before, BigDecimal now) {
        return threshold.compareTo(before) > 0 && threshold.compareTo(now) <= 0;
    }
}
