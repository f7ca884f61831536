package io.tenantlens.sla.objective;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The multi-window burn-rate alerts of Google's SRE workbook for an objective's window.
 *
 * <p>Each condition means that a share of the budget went in its long window. Over 30 days these are 2 % in an
 * hour (14.4 times too fast), 5 % in six hours (6), 10 % in a day (3) and 10 % in three days (1); other windows
 * scale the factors. Below two weeks the factors would drop under 1, which never exhausts a budget, so larger
 * shares are taken: 10 % in an hour, 20 % in six hours, 40 % in a day.
 */
public record BurnAlerts(List<BurnCondition> conditions) {

    private static final int SHORT_WINDOW_DAYS = 14;

    public BurnAlerts {
        conditions = List.copyOf(conditions);
    }

    public static BurnAlerts forWindow(int days) {
        if (days < 1) {
            throw new IllegalArgumentException("a window must have at least one day: " + days);
        }
        var window = Duration.ofDays(days);
        var hour = Duration.ofHours(1);
        var sixHours = Duration.ofHours(6);
        var day = Duration.ofDays(1);
        return days < SHORT_WINDOW_DAYS
                ? new BurnAlerts(List.of(
                        condition(Severity.PAGE, "0.10", window, hour, Duration.ofMinutes(5)),
                        condition(Severity.PAGE, "0.20", window, sixHours, Duration.ofMinutes(30)),
                        condition(Severity.TICKET, "0.40", window, day, Duration.ofHours(2))))
                : new BurnAlerts(List.of(
                        condition(Severity.PAGE, "0.02", window, hour, Duration.ofMinutes(5)),
                        condition(Severity.PAGE, "0.05", window, sixHours, Duration.ofMinutes(30)),
                        condition(Severity.TICKET, "0.10", window, day, Duration.ofHours(2)),
                        condition(Severity.TICKET, "0.10", window, Duration.ofDays(3), sixHours)));
    }

    private static BurnCondition condition(
            Severity severity, String budgetShare, Duration window, Duration longWindow, Duration shortWindow) {
        var factor = new BigDecimal(budgetShare)
                .multiply(BigDecimal.valueOf(window.toMinutes()))
                .divide(BigDecimal.valueOf(longWindow.toMinutes()), MathContext.DECIMAL64);
        return new BurnCondition(severity, factor.stripTrailingZeros(), longWindow, shortWindow);
    }

    /** The severities that some condition calls for, each once, the most urgent first. */
    public List<Severity> firing(Map<Duration, BurnRate> rates) {
        return conditions.stream()
                .filter(condition -> condition.holds(rates))
                .map(BurnCondition::severity)
                .distinct()
                .sorted()
                .toList();
    }
}
