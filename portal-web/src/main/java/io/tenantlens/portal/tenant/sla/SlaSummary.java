package io.tenantlens.portal.tenant.sla;

import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.sla.BudgetBar;
import io.tenantlens.sla.objective.BudgetState;
import io.tenantlens.sla.reading.SlaReading;
import java.math.BigDecimal;

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

    public static SlaSummary of(SlaReading reading, Look look) {
        var objective = reading.promise().objective();
        var left = reading.budget().remainingShare();
        var state = reading.budget().state();
        return new SlaSummary(
                look.percent(reading.availability().shownRatio(3).orElse(null), 3),
                look.percent(objective.availability().percent().movePointLeft(2), 3),
                BudgetBar.mood(state),
                verdict(state),
                look.percent(left.orElse(null), 1),
                BudgetBar.width(reading.budget()),
                latency(reading, look, 0.95),
                "%s of requests within %s"
                        .formatted(
                                look.percent(objective.latency().percent().movePointLeft(2), 2),
                                look.latency(objective.latencySeconds())),
                look.quantity(BigDecimal.valueOf((long) reading.latency().observations()), ""));
    }

    private static String verdict(BudgetState state) {
        return switch (state) {
            case KEPT -> "promise kept so far";
            case AT_RISK -> "budget nearly used";
            case MISSED -> "promise missed";
            case NO_DATA -> "no data";
        };
    }

    private static String latency(SlaReading reading, Look look, double quantile) {
        return reading.latency().hasData()
                ? LatencyText.of(reading.latency().percentile(quantile).value(), look)
                : Look.NO_DATA;
    }
}
