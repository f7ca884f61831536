package io.tenantlens.sla.reading.internal;

import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.Period;
import io.tenantlens.sla.reading.Maintenance;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Maintenance of the whole platform and of single tenants. */
public final class MaintenanceQueries {

    private MaintenanceQueries() {}

    /** What overlaps a period, in order of time; that of the platform is every tenant's. */
    public static List<Maintenance> during(Handle handle, Collection<TenantId> tenants, Period period) {
        var whose = new ArrayList<TenantId>(tenants);
        whose.add(TenantId.PLATFORM);
        return handle.createQuery("""
                        SELECT tenant_id, title, starts_at, ends_at FROM maintenance_windows
                        WHERE tenant_id = ANY (:tenants) AND cancelled_at IS NULL
                          AND starts_at < :end AND ends_at > :start
                        ORDER BY starts_at, ends_at, tenant_id""")
                .bindArray("tenants", String.class, RequestQueries.slugs(whose))
                .bind("start", period.start().atOffset(ZoneOffset.UTC))
                .bind("end", period.end().atOffset(ZoneOffset.UTC))
                .map((row, _) -> new Maintenance(
                        new TenantId(row.getString("tenant_id")),
                        row.getString("title"),
                        new Period(
                                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                                row.getObject("ends_at", OffsetDateTime.class).toInstant())))
                .list();
    }
}
