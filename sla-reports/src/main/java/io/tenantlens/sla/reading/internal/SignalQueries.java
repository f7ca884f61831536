package io.tenantlens.sla.reading.internal;

import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.cost.time.Period;
import io.tenantlens.sla.indicator.Availability;
import io.tenantlens.sla.reading.Signals;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What else tells of a tenant's service: probes, orders, and when its sources were last heard. */
public final class SignalQueries {

    /** The hours that probes saw the shop up, and all that they watched, in one row a span of time. */
    private static final String PROBES = "coalesce(sum(quantity) FILTER (WHERE meter = 'probe_up'), 0) AS up,"
            + " coalesce(sum(quantity) FILTER (WHERE meter = 'probe_observed'), 0) AS observed";

    private SignalQueries() {}

    public static Map<TenantId, Signals> over(Handle handle, Collection<TenantId> tenants, DateRange days) {
        var signals = new HashMap<TenantId, Signals>();
        handle.createQuery("""
                        SELECT t.tenant_id, %s,
                               coalesce(sum(quantity) FILTER (WHERE meter = 'orders' AND dimensions->>'status' = 'completed'), 0)
                                   AS completed,
                               coalesce(sum(quantity) FILTER (WHERE meter = 'orders_failed'), 0) AS failed,
                               (SELECT max(b.hour_start) FROM sample_blocks b WHERE b.tenant_id = t.tenant_id) AS last_hour
                        FROM unnest(:tenants) AS t (tenant_id)
                        LEFT JOIN usage_day u ON u.tenant_id = t.tenant_id AND u.day >= :from AND u.day < :to
                         AND u.meter IN ('probe_up', 'probe_observed', 'orders', 'orders_failed')
                        GROUP BY t.tenant_id""".formatted(PROBES))
                .bindArray("tenants", String.class, RequestQueries.slugs(tenants))
                .bind("from", days.start())
                .bind("to", days.end())
                .map((row, _) -> signals.put(new TenantId(row.getString("tenant_id")), signals(row)))
                .list();
        return signals;
    }

    /** What probes saw in the hours that start in a period. */
    public static Map<TenantId, NavigableMap<Instant, Availability>> probes(
            Handle handle, Collection<TenantId> tenants, Period period) {
        var seen = new HashMap<TenantId, NavigableMap<Instant, Availability>>();
        handle.createQuery("""
                        SELECT tenant_id, hour_start, %s FROM usage_hour
                        WHERE tenant_id = ANY (:tenants) AND meter IN ('probe_up', 'probe_observed')
                          AND hour_start >= :from AND hour_start < :to
                        GROUP BY tenant_id, hour_start""".formatted(PROBES))
                .bindArray("tenants", String.class, RequestQueries.slugs(tenants))
                .bind("from", period.start().atOffset(ZoneOffset.UTC))
                .bind("to", period.end().atOffset(ZoneOffset.UTC))
                .map((row, _) -> seen.computeIfAbsent(new TenantId(row.getString("tenant_id")), _ -> new TreeMap<>())
                        .put(
                                row.getObject("hour_start", OffsetDateTime.class)
                                        .toInstant(),
                                share(row, "up", "observed")))
                .list();
        return seen;
    }

    private static Signals signals(ResultSet row) throws SQLException {
        var completed = row.getBigDecimal("completed");
        var heard = row.getObject("last_hour", OffsetDateTime.class);
        return new Signals(
                share(row, "up", "observed"),
                new Availability(completed, completed.add(row.getBigDecimal("failed"))),
                heard == null ? null : heard.toInstant());
    }

    /** A probe that jumps between up and down within a scrape may look up for a moment longer than it was watched. */
    private static Availability share(ResultSet row, String part, String whole) throws SQLException {
        BigDecimal all = row.getBigDecimal(whole);
        return new Availability(row.getBigDecimal(part).max(BigDecimal.ZERO).min(all), all);
    }
}
