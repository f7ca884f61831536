package io.tenantlens.portal.tenant.sla;

import io.tenantlens.portal.format.Look;
import io.tenantlens.sla.reading.SlaReading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A month's service in a few figures.
 *
 * @param state good, warn or bad; empty without data
 * @param budgetWidth how much of the error budget is left, as a width for its bar
 */
public record SlaSummary(
        String availability,
        String objective,
        String state,
        String verdict,
        String budgetLeft,
        String budgetWidth,
        String p95,
        String latencyPromise,
        String observations) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal NEARLY_USED = new BigDecimal("0.25");

    public static SlaSummary of(SlaReading reading, Look look) {
        var objective = reading.promise().objective();
        var left = reading.budget().remainingShare();
        var state = state(reading, left);
        return new SlaSummary(
                look.percent(reading.availability().shownRatio(3).orElse(null), 3),
                look.percent(objective.availability().percent().movePointLeft(2), 3),
                state,
                verdict(state),
                look.percent(left.orElse(null), 1),
                left.map(SlaSummary::width).orElse("0%"),
                latency(reading, look, 0.95),
                "%s of requests within %s"
                        .formatted(
                                look.percent(objective.latency().percent().movePointLeft(2), 2),
                                look.latency(objective.latencySeconds())),
                look.quantity(BigDecimal.valueOf((long) reading.latency().observations()), ""));
    }

    private static String state(SlaReading reading, Optional<BigDecimal> left) {
        if (!reading.availability().hasData()) {
            return "";
        }
        if (!reading.budget().kept()) {
            return "bad";
        }
        return left.filter(share -> share.compareTo(NEARLY_USED) < 0).isPresent() ? "warn" : "good";
    }

    private static String verdict(String state) {
        return switch (state) {
            case "good" -> "promise kept so far";
            case "warn" -> "budget nearly used";
            case "bad" -> "promise missed";
            default -> "no data";
        };
    }

    private static String width(BigDecimal share) {
        return share.multiply(HUNDRED)
                        .max(BigDecimal.ZERO)
                        .min(HUNDRED)
                        .setScale(1, RoundingMode.HALF_UP)
                        .toPlainString()
                + "%";
    }

    private static String latency(SlaReading reading, Look look, double quantile) {
        return reading.latency().hasData()
                ? LatencyText.of(reading.latency().percentile(quantile).value(), look)
                : Look.NO_DATA;
    }
}
