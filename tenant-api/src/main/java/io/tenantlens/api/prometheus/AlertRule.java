package io.tenantlens.api.prometheus;

import java.time.Duration;
import java.util.Map;

/**
 * A rule as Prometheus has loaded it.
 *
 * @param waits how long its condition must hold before it fires
 */
public record AlertRule(String group, String name, String expression, Duration waits, Map<String, String> labels) {

    public AlertRule {
        labels = Map.copyOf(labels);
    }
}
