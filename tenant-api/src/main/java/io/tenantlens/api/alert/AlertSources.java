package io.tenantlens.api.alert;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** When those who tell of alerts were last heard of. */
public final class AlertSources {

    public static final String WEBHOOK = "webhook";
    public static final String ALERTMANAGER = "alertmanager";
    public static final String PROMETHEUS = "prometheus";

    private AlertSources() {}

    public static void answered(Handle handle, String source, Instant at) {
        note(handle, source, at, null);
    }

    public static void failed(Handle handle, String source, String problem) {
        note(handle, source, null, problem);
    }

    static List<AlertSource> all(Handle handle) {
        return handle.createQuery("SELECT source, answered_at, problem FROM alert_sources ORDER BY source")
                .map((row, _) -> {
                    var answered = row.getObject("answered_at", OffsetDateTime.class);
                    return new AlertSource(
                            row.getString("source"),
                            answered == null ? null : answered.toInstant(),
                            row.getString("problem"));
                })
                .list();
    }

    private static void note(Handle handle, String source, @Nullable Instant at, @Nullable String problem) {
        handle.createUpdate("""
                        INSERT INTO alert_sources AS s VALUES (:source, :at, :problem)
                        ON CONFLICT (source) DO UPDATE SET answered_at = coalesce(excluded.answered_at, s.answered_at),
                            problem = excluded.problem""")
                .bind("source", source)
                .bind("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .bind("problem", problem)
                .execute();
    }
}
