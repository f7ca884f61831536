package io.tenantlens.sla.reading.internal;

import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.sla.reading.PromiseRow;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What was promised to tenants, and the zones in which their days are cut. */
public final class PromiseQueries {

    private PromiseQueries() {}

    public static ZoneId zone(Handle handle, TenantId tenant) {
        return handle.createQuery("SELECT time_zone FROM tenants WHERE tenant_id = :tenant")
                .bind("tenant", tenant.value())
                .map((row, _) -> ZoneId.of(row.getString("time_zone")))
                .one();
    }

    /** The version in force on a day for each tenant: its own agreement before that of its tier, the one set last first. */
    public static SortedMap<TenantId, Tenancy> of(Handle handle, Collection<TenantId> tenants, LocalDate day) {
        var found = new TreeMap<TenantId, Tenancy>();
        handle.createQuery("""
                        SELECT DISTINCT ON (t.tenant_id) t.tenant_id, t.time_zone, versions.*
                        FROM tenants t
                        JOIN LATERAL (
                            SELECT 1 AS rank, %1$s FROM tenant_objectives o
                            WHERE o.tenant_id = t.tenant_id AND (valid_until IS NULL OR valid_until > :day)
                            UNION ALL
                            SELECT 2, %1$s FROM tier_objectives o WHERE o.tier = t.tier
                        ) AS versions ON valid_from <= :day
                        WHERE t.tenant_id = ANY (:tenants)
                        ORDER BY t.tenant_id, rank, valid_from DESC, set_at DESC""".formatted(PromiseRow.COLUMNS))
                .bindArray(
                        "tenants",
                        String.class,
                        tenants.stream().map(TenantId::value).toArray())
                .bind("day", day)
                .map((row, _) -> new Tenancy(
                        new TenantId(row.getString("tenant_id")),
                        ZoneId.of(row.getString("time_zone")),
                        PromiseRow.read(row)))
                .forEach(tenancy -> found.put(tenancy.tenant(), tenancy));
        return found;
    }
}
