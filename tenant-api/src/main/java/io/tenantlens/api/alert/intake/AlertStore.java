package io.tenantlens.api.alert.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenantlens.api.alert.StoredAlert;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of taking alerts in: (tenant, fingerprint, start) names a row. Of one message that tells both, the end counts. */
final class AlertStore {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AlertStore() {}

    /**
     * Stores alerts and answers those that are news: on for the first time, on again, or over for the first time. Repetitions and
     * messages that were overtaken by later ones change nothing.
     */
    static List<StoredAlert> store(
            Handle handle, Collection<ReportedAlert> reported, Instant receivedAt, Duration lateWithin) {
        var alerts = List.copyOf(reported);
        return handle.createQuery("""
                        WITH told AS (
                            SELECT coalesce(t.tenant_id, '_platform') AS tenant_id, fingerprint, starts_at::timestamptz AS starts_at, alertname,
                                   severity, CASE WHEN t.tenant_id IS NULL THEN 'internal' ELSE wanted_audience END AS audience,
                                   labels::jsonb AS labels, annotations::jsonb AS annotations, generator_url,
                                   ended_at::timestamptz AS ended_at
                            FROM unnest(:tenants, :fingerprints, :starts, :names, :severities, :audiences,
                                        :labels, :annotations, :urls, :ends)
                                AS a (named_tenant, fingerprint, starts_at, alertname, severity, wanted_audience,
                                      labels, annotations, generator_url, ended_at)
                            LEFT JOIN tenants t ON t.tenant_id = a.named_tenant AND t.tenant_id <> '_platform'
                        )
                        INSERT INTO alerts AS a (tenant_id, fingerprint, starts_at, alertname, severity, audience, labels, annotations,
                                                 generator_url, received_at, ended_at, ended_received_at)
                        SELECT DISTINCT ON (tenant_id, fingerprint, starts_at)
                               tenant_id, fingerprint, starts_at, alertname, severity, audience, labels, annotations,
                               generator_url, :now, ended_at, CASE WHEN ended_at IS NOT NULL THEN :now END
                        FROM told ORDER BY tenant_id, fingerprint, starts_at, ended_at NULLS LAST
                        ON CONFLICT (tenant_id, fingerprint, starts_at) DO UPDATE SET
                            received_at = CASE WHEN excluded.ended_at IS NULL THEN excluded.received_at ELSE a.received_at END,
                            annotations = excluded.annotations,
                            ended_at = excluded.ended_at,
                            ended_received_at = excluded.ended_received_at
                        WHERE (a.ended_at IS NULL AND excluded.ended_at IS NOT NULL)
                           OR (excluded.ended_at IS NULL AND a.ended_received_at < :now - :late)
                        RETURNING tenant_id, alert_id, fingerprint, starts_at, alertname, severity, audience, labels, annotations,
                                  generator_url, ended_at, silenced""")
                .bind("tenants", texts(alerts, ReportedAlert::namedTenant))
                .bind("fingerprints", texts(alerts, ReportedAlert::fingerprint))
                .bind("starts", texts(alerts, alert -> text(alert.startsAt())))
                .bind("names", texts(alerts, ReportedAlert::name))
                .bind("severities", texts(alerts, ReportedAlert::severity))
                .bind("audiences", texts(alerts, alert -> alert.audience().key()))
                .bind("labels", texts(alerts, alert -> json(alert.labels())))
                .bind("annotations", texts(alerts, alert -> json(alert.annotations())))
                .bind("urls", texts(alerts, ReportedAlert::generatorUrl))
                .bind("ends", texts(alerts, alert -> text(alert.endedAt())))
                .bind("now", receivedAt.atOffset(ZoneOffset.UTC))
                .bind("late", lateWithin)
                .map((row, _) -> StoredAlert.of(row))
                .list();
    }

    private static @Nullable String[] texts(
            List<ReportedAlert> alerts, Function<ReportedAlert, @Nullable String> field) {
        return alerts.stream().map(field).toArray(String[]::new);
    }

    /** Ends alerts whose end nobody told, unless it was told meanwhile; answers those that it ended. */
    static List<StoredAlert> end(Handle handle, Collection<StoredAlert> alerts, OffsetDateTime at) {
        return handle.createQuery("UPDATE alerts SET ended_at = greatest(starts_at, :at), ended_received_at = :at"
                        + " WHERE alert_id IN (<ids>) AND ended_at IS NULL RETURNING " + StoredAlert.COLUMNS)
                .bindList("ids", alerts.stream().map(StoredAlert::id).toList())
                .bind("at", at)
                .map((row, _) -> StoredAlert.of(row))
                .list();
    }

    /** All that are on and were last heard of before an instant. */
    static List<StoredAlert> active(Handle handle, Instant receivedBefore) {
        return handle.createQuery("SELECT " + StoredAlert.COLUMNS
                        + " FROM alerts WHERE ended_at IS NULL AND received_at < :before ORDER BY alert_id")
                .bind("before", receivedBefore.atOffset(ZoneOffset.UTC))
                .map((row, _) -> StoredAlert.of(row))
                .list();
    }

    static void markSilenced(Handle handle, Set<String> fingerprints) {
        handle.createUpdate("""
                        UPDATE alerts SET silenced = NOT silenced
                        WHERE ended_at IS NULL AND silenced <> (fingerprint = ANY (:fingerprints))""")
                .bind("fingerprints", fingerprints.toArray(String[]::new))
                .execute();
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static String json(Map<String, String> texts) {
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
