package io.tenantlens.sla.reading.internal;

import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.Period;
import io.tenantlens.sla.reading.Maintenance;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Maintenance of the whole platform and of one tenant. */
public final class MaintenanceQueries {

    private MaintenanceQueries() {}

    /** What overlaps a period, in order of time. */
    public static List<Maintenance> during(Handle handle, TenantId tenant, Period period) {
        return handle.createQuery("""
                        SELECT title, starts_at, ends_at FROM maintenance_windows
                        WHERE tenant_id IN (:tenant, '_platform') AND cancelled_at IS NULL
                          AND starts_at < :end AND ends_at > :start
                        ORDER BY starts_at, ends_at""")
                .bind("tenant", tenant.value())
                .bind("start", period.start().atOffset(ZoneOffset.UTC))
                .bind("end", period.end().atOffset(ZoneOffset.UTC))
                .map((row, _) -> new Maintenance(
                        row.getString("title"),
                        new Period(
                                instant(row.getObject("starts_at", OffsetDateTime.class)),
                                instant(row.getObject("ends_at", OffsetDateTime.class)))))
                .list();
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
