package io.tenantlens.portal.staff.alerts;

import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.layout.PageFrame;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One alert with the rule behind it.
 *
 * @param rule null where Prometheus has no such rule or does not answer
 * @param graph what the rule measures over time, with its threshold; null without a rule
 * @param problem why rule or graph are missing; null if they are there
 * @param silence the form's state; null where the reader may not silence, or the alert is over
 */
public record AlertPage(
        PageFrame frame,
        AlertsPage.Row alert,
        String description,
        String runbook,
        List<Map.Entry<String, String>> labels,
        @Nullable Rule rule,
        @Nullable Chart graph,
        @Nullable String problem,
        @Nullable SilenceForm silence) {

    /** The rule as Prometheus has loaded it. */
    public record Rule(String expression, String waits, String compares) {}

    /**
     * A silence to be made.
     *
     * @param errors what is wrong, by field
     */
    public record SilenceForm(String hours, String reason, Map<String, String> errors) {

        static final SilenceForm EMPTY = new SilenceForm("2", "", Map.of());

        public String hoursError() {
            return errors.getOrDefault("hours", "");
        }

        public String reasonError() {
            return errors.getOrDefault("reason", "");
        }

        public String problem() {
            return errors.getOrDefault("", "");
        }
    }
}
