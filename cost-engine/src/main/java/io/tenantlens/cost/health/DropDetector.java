package io.tenantlens.cost.health;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Compares an hour with the same weekday and hour of the weeks before.
 *
 * <p>The baseline is their median, so that one holiday or one outlier among them changes nothing.
 */
public final class DropDetector {

    private static final int WEEKS = 4;
    private static final int DECIMALS = 10;
    /** Below this share of the baseline a value counts as a drop. */
    private static final BigDecimal THRESHOLD = new BigDecimal("0.8");

    private final ZoneId zone;

    /** A detector of weekdays and hours as they are in a zone. */
    public DropDetector(ZoneId zone) {
        this.zone = zone;
    }

    /** The comparison; without a baseline or with one of zero there is no ratio and no drop. */
    public Drop compare(List<HourlyValue> history, HourlyValue now) {
        var local = now.start().atZone(zone).toLocalDateTime();
        var alike = history.stream()
                .filter(past -> past.start().isBefore(now.start()))
                .filter(past -> {
                    var then = past.start().atZone(zone).toLocalDateTime();
                    return then.getDayOfWeek() == local.getDayOfWeek() && then.getHour() == local.getHour();
                })
                .sorted(Comparator.comparing(HourlyValue::start).reversed())
                .limit(WEEKS)
                .map(HourlyValue::value)
                .toList();
        if (alike.isEmpty()) {
            return new Drop(Optional.empty(), Optional.empty(), false);
        }
        var baseline = median(alike);
        if (baseline.signum() <= 0) {
            return new Drop(Optional.of(baseline), Optional.empty(), false);
        }
        var ratio = now.value().divide(baseline, DECIMALS, RoundingMode.HALF_UP);
        return new Drop(Optional.of(baseline), Optional.of(ratio), isDrop(now.value(), baseline));
    }

    static boolean isDrop(BigDecimal now, BigDecimal baseline) {
        return now.compareTo(baseline.multiply(THRESHOLD)) < 0;
    }

    private static BigDecimal median(List<BigDecimal> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.TWO);
    }

    /** What was expected, what share of it came, and whether that is a drop. */
    public record Drop(Optional<BigDecimal> baseline, Optional<BigDecimal> ratio, boolean drop) {}
}
