package io.tenantlens.sla.reading.internal;

import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.sla.indicator.Availability;
import io.tenantlens.sla.indicator.CountingMethod;
import io.tenantlens.sla.objective.Target;
import io.tenantlens.sla.reading.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** All tenants' requests and objectives in one pass. */
public final class StandingQueries {

    private static final String SQL = """
            WITH counted AS (
                SELECT tenant_id, sum(quantity) AS total,
                       coalesce(sum(quantity) FILTER (WHERE dimensions->>'status' LIKE '5%'), 0) AS failed
                FROM usage_day WHERE meter = 'requests' AND day >= :start AND day < :end
                GROUP BY tenant_id
            ), maintained AS (
                SELECT tenant_id, sum(quantity) AS total,
                       coalesce(sum(quantity) FILTER (WHERE dimensions->>'status' LIKE '5%'), 0) AS failed
                FROM (SELECT DISTINCT h.tenant_id, h.hour_start, h.dimensions, h.quantity
                      FROM maintenance_windows w
                      JOIN tenants t ON w.tenant_id IN (t.tenant_id, '_platform')
                      JOIN usage_hour h ON h.tenant_id = t.tenant_id AND h.meter = 'requests'
                       AND h.hour_start > w.starts_at - interval '1 hour' AND h.hour_start < w.ends_at
                      WHERE w.cancelled_at IS NULL
                        AND (h.hour_start AT TIME ZONE t.time_zone)::date >= :start
                        AND (h.hour_start AT TIME ZONE t.time_zone)::date < :end) AS hours
                GROUP BY tenant_id
            ), versions AS (
                SELECT tenant_id, 1 AS rank, valid_from, availability_percent, counting FROM tenant_objectives
                WHERE valid_until IS NULL OR valid_until > :start
                UNION ALL
                SELECT tenant_id, 2, valid_from, availability_percent, counting
                FROM tier_objectives JOIN tenants USING (tier)
            )
            SELECT DISTINCT ON (t.tenant_id) t.tenant_id, t.name, t.tier, v.availability_percent, v.counting,
                   coalesce(c.total, 0) - coalesce(m.total, 0) AS total,
                   coalesce(c.failed, 0) - coalesce(m.failed, 0) AS failed
            FROM tenants t
            JOIN versions v ON v.tenant_id = t.tenant_id AND v.valid_from <= :start
            LEFT JOIN counted c ON c.tenant_id = t.tenant_id
            LEFT JOIN maintained m ON m.tenant_id = t.tenant_id
            WHERE t.tenant_id <> '_platform'
            ORDER BY t.tenant_id, v.rank, v.valid_from DESC""";

    private StandingQueries() {}

    /** Counted by requests whatever the objective says, in the order of the tenants. */
    public static List<Standing> byRequests(Handle handle, DateRange days) {
        return handle.createQuery(SQL)
                .bind("start", days.start())
                .bind("end", days.end())
                .map((row, _) -> standing(row))
                .list();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var total = row.getBigDecimal("total");
        return new Standing(
                new TenantId(row.getString("tenant_id")),
                row.getString("name"),
                row.getString("tier"),
                new Target(row.getBigDecimal("availability_percent")),
                CountingMethod.valueOf(row.getString("counting").toUpperCase(Locale.ROOT)),
                new Availability(total.subtract(row.getBigDecimal("failed")), total));
    }
}
