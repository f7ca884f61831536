package io.tenantlens.api.directory;

import io.quarkus.scheduler.Scheduled;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Roles;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** Adds up the last seven days of every tenant for the list of staff. Idempotent; one instance at a time does it. */
@Singleton
public class TenantWeeks {

    private static final int LOCK = 0x7108;

    /** Days that no zone's week reaches are named as plain dates, so that their partitions are not even planned for. */
    private static final String REFRESH = """
            INSERT INTO tenant_weeks AS known (tenant_id, requests, failed, last_hour)
            SELECT t.tenant_id, week.requests, week.failed, latest.hour_start
            FROM tenants t
            LEFT JOIN LATERAL (
                SELECT sum(quantity) AS requests,
                       CASE WHEN count(*) > 0
                           THEN coalesce(sum(quantity) FILTER (WHERE dimensions ->> 'status' LIKE '5%'), 0) END AS failed
                FROM usage_day d
                WHERE d.tenant_id = t.tenant_id AND d.meter = 'requests' AND d.day BETWEEN :first AND :last
                  AND d.day > (:now AT TIME ZONE t.time_zone)::date - 7) week ON true
            LEFT JOIN LATERAL (
                SELECT hour_start FROM usage_hour h
                WHERE h.tenant_id = t.tenant_id AND h.meter = 'requests' AND h.quantity > 0
                  AND h.hour_start BETWEEN :now - interval '35 days' AND :now
                ORDER BY hour_start DESC LIMIT 1) latest ON true
            WHERE t.tenant_id <> '_platform'
            ON CONFLICT (tenant_id) DO UPDATE
            SET requests = excluded.requests, failed = excluded.failed, last_hour = excluded.last_hour
            WHERE (known.requests, known.failed, known.last_hour)
                IS DISTINCT FROM (excluded.requests, excluded.failed, excluded.last_hour)""";

    private final WorkerDatabase database;
    private final Roles roles;
    private final Clock clock;

    @Inject
    TenantWeeks(WorkerDatabase database, Roles roles, Clock clock) {
        this.database = database;
        this.roles = roles;
        this.clock = clock;
    }

    @Scheduled(every = "1m", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (roles.works()) {
            refresh();
        }
    }

    /** Brings the figures up to now, unless another instance is at it. */
    public void refresh() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        database.useTransactionAlone(
                LOCK,
                handle -> handle.createUpdate(REFRESH)
                        .bind("now", now)
                        .bind("first", now.toLocalDate().minusDays(8))
                        .bind("last", now.toLocalDate().plusDays(1))
                        .execute());
    }
}
