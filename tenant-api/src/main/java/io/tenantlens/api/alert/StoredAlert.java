package io.tenantlens.api.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenantlens.cost.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One time that an alert was on.
 *
 * @param tenant whom it is about; {@code _platform} where it names no tenant that we know
 * @param endedAt null while it is on
 * @param generatorUrl the rule's graph in Prometheus: for staff alone, as it names our machines
 * @param silenced on, but held back from receivers
 */
public record StoredAlert(
        TenantId tenant,
        UUID id,
        String fingerprint,
        Instant startsAt,
        String name,
        String severity,
        Audience audience,
        SortedMap<String, String> labels,
        SortedMap<String, String> annotations,
        String generatorUrl,
        @Nullable Instant endedAt,
        boolean silenced) {

    /** What {@link #of} reads. */
    public static final String COLUMNS =
            "tenant_id, alert_id, fingerprint, starts_at, alertname, severity, audience, labels, annotations,"
                    + " generator_url, ended_at, silenced";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    public boolean isActive() {
        return endedAt == null;
    }

    /** What it says in one line. */
    public String summary() {
        var summary = annotations.getOrDefault("summary", "");
        return summary.isBlank() ? name : summary;
    }

    public String description() {
        return annotations.getOrDefault("description", "");
    }

    public static StoredAlert of(ResultSet row) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new StoredAlert(
                new TenantId(row.getString("tenant_id")),
                row.getObject("alert_id", UUID.class),
                row.getString("fingerprint"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getString("alertname"),
                row.getString("severity"),
                Audience.of(row.getString("audience")),
                texts(row.getString("labels")),
                texts(row.getString("annotations")),
                row.getString("generator_url"),
                ended == null ? null : ended.toInstant(),
                row.getBoolean("silenced"));
    }

    private static SortedMap<String, String> texts(String json) {
        try {
            return JSON.readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no map of texts: " + json, e);
        }
    }
}
