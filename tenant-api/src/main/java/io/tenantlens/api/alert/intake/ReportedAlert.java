package io.tenantlens.api.alert.intake;

import io.tenantlens.api.alert.Audience;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An alert as Alertmanager reports it, on or over.
 *
 * @param fingerprint Alertmanager's hash of the labels
 * @param startsAt to the millisecond; with the fingerprint it names one time that the alert was on
 * @param endedAt null while it is on
 */
public record ReportedAlert(
        String fingerprint,
        SortedMap<String, String> labels,
        SortedMap<String, String> annotations,
        Instant startsAt,
        @Nullable Instant endedAt,
        String generatorUrl) {

    public ReportedAlert {
        labels = new TreeMap<>(labels);
        annotations = new TreeMap<>(annotations);
        startsAt = startsAt.truncatedTo(ChronoUnit.MILLIS);
        if (label(labels, "alertname").isEmpty()) {
            throw new IllegalArgumentException("labels.alertname is missing");
        }
        if (endedAt != null && endedAt.isBefore(startsAt)) {
            endedAt = startsAt;
        }
    }

    String name() {
        return label(labels, "alertname");
    }

    String severity() {
        return label(labels, "severity");
    }

    /** The tenant that it names, known to us or not; empty for none. */
    String namedTenant() {
        return label(labels, "tenant_id");
    }

    Audience audience() {
        return Audience.of(labels.get("audience"));
    }

    private static String label(Map<String, String> labels, String name) {
        return labels.getOrDefault(name, "");
    }
}
