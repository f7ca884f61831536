package io.tenantlens.sla.objective;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** Fast burning over a long window, and still over a short one, so that the alert ends soon after its cause. */
public record BurnCondition(Severity severity, BigDecimal factor, Duration longWindow, Duration shortWindow) {

    /** A window that was not measured never alerts. */
    boolean holds(Map<Duration, BurnRate> rates) {
        return exceeds(rates, longWindow) && exceeds(rates, shortWindow);
    }

    private boolean exceeds(Map<Duration, BurnRate> rates, Duration window) {
        var rate = rates.get(window);
        return rate != null && rate.exceeds(factor);
    }
}
