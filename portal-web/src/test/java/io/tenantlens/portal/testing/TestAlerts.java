package io.tenantlens.portal.testing;

import io.tenantlens.api.testing.TestPostgres;
import java.util.UUID;

/** Alerts of the fixture tenants on 20 October 2026, as the webhook stores them. */
public final class TestAlerts {

    private TestAlerts() {}

    public static void clear() {
        TestPostgres.shared()
                .asSuperuser()
                .useHandle(handle -> handle.createScript(
                                "DELETE FROM alerts; DELETE FROM alert_dead_letters; DELETE FROM alert_sources")
                        .execute());
    }

    /** An alert since half past eleven in Dhaka; ended a quarter of an hour later or still on. */
    public static UUID told(String tenant, String name, String audience, boolean isOn) {
        return TestPostgres.shared()
                .as("tenantlens_worker")
                .withHandle(handle -> handle.createQuery("""
                    INSERT INTO alerts (tenant_id, fingerprint, starts_at, alertname, severity, audience, labels, annotations,
                                        generator_url, received_at, ended_at, ended_received_at)
                    VALUES (:tenant, md5(:name), '2026-10-20 05:30Z', :name, 'critical', :audience,
                            jsonb_strip_nulls(jsonb_build_object('alertname', :name, 'tenant_id', nullif(:tenant, '_platform'))), '{"summary": "Look at this"}',
                            'http://prometheus/graph', '2026-10-20 05:30Z', :ended::timestamptz, :ended::timestamptz)
                    RETURNING alert_id\
                    """)
                        .bind("tenant", tenant)
                        .bind("name", name)
                        .bind("audience", audience)
                        .bind("ended", isOn ? null : "2026-10-20 05:45Z")
                        .mapTo(UUID.class)
                        .one());
    }

    public static UUID letter(String payload) {
        return TestPostgres.shared()
                .as("tenantlens_worker")
                .withHandle(handle -> handle.createQuery("""
                    INSERT INTO alert_dead_letters (content_hash, payload, reason, received_at, last_received_at)
                    VALUES (sha256(:payload::bytea), :payload::bytea, 'was not understood', '2026-10-20 05:30Z', '2026-10-20 05:30Z')
                    RETURNING letter_id\
                    """)
                        .bind("payload", payload)
                        .mapTo(UUID.class)
                        .one());
    }

    /** Alertmanager answered last at that time. */
    public static void answered(String at) {
        TestPostgres.shared()
                .as("tenantlens_worker")
                .useHandle(handle ->
                        handle.execute("INSERT INTO alert_sources VALUES ('alertmanager', ?::timestamptz, NULL)", at));
    }
}
