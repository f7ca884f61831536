package io.tenantlens.sla.agreement;

import io.tenantlens.sla.credit.CreditSchedule;
import io.tenantlens.sla.indicator.CountingMethod;
import io.tenantlens.sla.objective.BudgetWindow;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Writes versions as OpenSLO v1: two documents each, one for the availability and one for the latency. What OpenSLO has no
 * field for (holder, credits) stands in annotations.
 */
public final class OpenSlo {

    static final String VERSION = "openslo/v1";
    static final String PREFIX = "tenantlens.io/";

    private OpenSlo() {}

    public static String write(List<ObjectiveVersion> versions) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        var documents = versions.stream()
                .flatMap(version -> List.of(availability(version), latency(version)).stream())
                .iterator();
        options.setExplicitStart(true);
        return new Yaml(options).dumpAll(documents);
    }

    private static Map<String, Object> availability(ObjectiveVersion version) {
        var objective = version.promise().objective();
        var target = new LinkedHashMap<String, Object>();
        target.put("target", share(objective.availability().percent()));
        if (objective.counting() == CountingMethod.TIMESLICES) {
            target.put("timeSliceTarget", share(objective.slice().percent()));
            target.put("timeSliceWindow", "1h");
        }
        return document(
                version,
                "availability",
                objective.counting() == CountingMethod.TIMESLICES ? "Timeslices" : "Occurrences",
                ratio(
                        "sum(increase(http_requests_total{status!~\"5..\"}[1h]))",
                        "sum(increase(http_requests_total[1h]))"),
                target);
    }

    private static Map<String, Object> latency(ObjectiveVersion version) {
        var objective = version.promise().objective();
        var target = new LinkedHashMap<String, Object>();
        target.put("op", "lte");
        target.put("value", objective.latencySeconds().doubleValue());
        target.put("target", share(objective.latency().percent()));
        return document(
                version,
                "latency",
                "Occurrences",
                Map.of("thresholdMetric", metric("http_request_duration_seconds")),
                target);
    }

    private static Map<String, Object> document(
            ObjectiveVersion version,
            String indicator,
            String method,
            Map<String, Object> metric,
            Map<String, Object> target) {
        var name = version.holder().key().replace(':', '-') + "-" + indicator;
        var spec = new LinkedHashMap<String, Object>();
        spec.put("service", version.holder().key().replace(':', '-'));
        spec.put("indicator", Map.of("metadata", Map.of("name", indicator), "spec", metric));
        spec.put("timeWindow", List.of(window(version)));
        spec.put("budgetingMethod", method);
        spec.put("objectives", List.of(target));
        var document = new LinkedHashMap<String, Object>();
        document.put("apiVersion", VERSION);
        document.put("kind", "SLO");
        document.put("metadata", metadata(name, version));
        document.put("spec", spec);
        return document;
    }

    private static Map<String, Object> metadata(String name, ObjectiveVersion version) {
        var annotations = new LinkedHashMap<String, Object>();
        annotations.put(PREFIX + "holder", version.holder().key());
        annotations.put(PREFIX + "valid-from", version.from().toString());
        if (version.until() != null) {
            annotations.put(PREFIX + "valid-until", version.until().toString());
        }
        annotations.put(PREFIX + "credit-steps", steps(version.promise().credits()));
        annotations.put(
                PREFIX + "credit-cap", version.promise().credits().capPercent().toPlainString());
        annotations.put(
                PREFIX + "credit-year-cap",
                version.promise().limits().yearCapPercent().toPlainString());
        annotations.put(
                PREFIX + "credit-min-requests",
                version.promise().limits().minRequests().toPlainString());
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("name", name);
        metadata.put("annotations", annotations);
        return metadata;
    }

    /** As drafts have them. */
    public static String steps(CreditSchedule credits) {
        return credits.steps().stream()
                .map(step -> step.below().toPlainString() + ":" + step.percent().toPlainString())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> window(ObjectiveVersion version) {
        var window = new LinkedHashMap<String, Object>();
        switch (version.promise().objective().window()) {
            case BudgetWindow.Rolling(int days) -> {
                window.put("duration", days + "d");
                window.put("isRolling", true);
            }
            case BudgetWindow.Month _ -> {
                window.put("duration", "1M");
                window.put("isRolling", false);
                window.put(
                        "calendar",
                        Map.of("startTime", version.from().withDayOfMonth(1) + " 00:00:00", "timeZone", "UTC"));
            }
        }
        return window;
    }

    private static Map<String, Object> ratio(String good, String total) {
        var ratio = new LinkedHashMap<String, Object>();
        ratio.put("counter", true);
        ratio.put("good", metric(good));
        ratio.put("total", metric(total));
        return Map.of("ratioMetric", ratio);
    }

    private static Map<String, Object> metric(String query) {
        return Map.of("metricSource", Map.of("type", "Prometheus", "spec", Map.of("query", query)));
    }

    /** 99.9 as 0.999: OpenSLO's targets are shares. */
    private static double share(BigDecimal percent) {
        return percent.movePointLeft(2).doubleValue();
    }
}
