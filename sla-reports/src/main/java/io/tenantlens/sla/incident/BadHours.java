package io.tenantlens.sla.incident;

import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.Period;
import io.tenantlens.sla.incident.Found.BadHour;
import io.tenantlens.sla.incident.Incident.Kind;
import io.tenantlens.sla.indicator.Availability;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/**
 * Hours of all tenants that were bad: those in which requests failed at the rate that pages somebody (2 % of the budget in an
 * hour, 10 % where its window is shorter than two weeks), or in which probes saw the shop down for more than a tenth of the
 * time. Hours of maintenance, and hours with too few requests to tell, are left out.
 */
final class BadHours {

    private static final int FEWEST_REQUESTS = 10;

    private static final String SQL = """
            WITH promised AS (
                SELECT DISTINCT ON (t.tenant_id) t.tenant_id,
                       (100 - v.availability_percent) / 100 * coalesce(v.window_days, 30) * 24
                           * CASE WHEN v.window_days < 14 THEN 0.10 ELSE 0.02 END AS bound
                FROM tenants t
                JOIN LATERAL (
                    SELECT 1 AS rank, valid_from, set_at, availability_percent, window_days FROM tenant_objectives o
                    WHERE o.tenant_id = t.tenant_id AND (valid_until IS NULL OR valid_until > :end::date)
                    UNION ALL
                    SELECT 2, valid_from, set_at, availability_percent, window_days FROM tier_objectives o WHERE o.tier = t.tier
                ) AS v ON v.valid_from <= :end::date
                WHERE t.status = 'active' AND t.tenant_id <> '_platform'
                ORDER BY t.tenant_id, v.rank, v.valid_from DESC, v.set_at DESC
            ), bad AS (
                SELECT h.tenant_id, 'budget' AS kind, h.hour_start, h.failed AS affected, h.total
                FROM promised p JOIN request_hour h USING (tenant_id)
                WHERE h.hour_start >= :start AND h.hour_start < :end
                  AND h.total >= :fewest AND h.failed > h.total * p.bound
                UNION ALL
                SELECT tenant_id, 'probe', hour_start, observed - least(up, observed), observed
                FROM (SELECT u.tenant_id, u.hour_start,
                             coalesce(sum(u.quantity) FILTER (WHERE u.meter = 'probe_up'), 0) AS up,
                             coalesce(sum(u.quantity) FILTER (WHERE u.meter = 'probe_observed'), 0) AS observed
                      FROM promised p JOIN usage_hour u USING (tenant_id)
                      WHERE u.meter IN ('probe_up', 'probe_observed') AND u.hour_start >= :start AND u.hour_start < :end
                      GROUP BY u.tenant_id, u.hour_start) AS probes
                WHERE observed > 0 AND up < 0.9 * observed
            )
            SELECT * FROM bad
            WHERE NOT EXISTS (SELECT FROM maintenance_windows w
                              WHERE w.tenant_id IN (bad.tenant_id, '_platform') AND w.cancelled_at IS NULL
                                AND w.starts_at < bad.hour_start + interval '1 hour' AND w.ends_at > bad.hour_start)
            ORDER BY tenant_id, kind, hour_start""";

    private BadHours() {}

    /** By tenant, kind and time. */
    static List<BadHour> in(Handle handle, Period period) {
        return handle.createQuery(SQL)
                .bind("start", period.start().atOffset(ZoneOffset.UTC))
                .bind("end", period.end().atOffset(ZoneOffset.UTC))
                .bind("fewest", FEWEST_REQUESTS)
                .map((row, _) -> new BadHour(
                        new TenantId(row.getString("tenant_id")),
                        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getObject("hour_start", OffsetDateTime.class).toInstant(),
                        counted(row.getBigDecimal("affected"), row.getBigDecimal("total"))))
                .list();
    }

    private static Availability counted(BigDecimal affected, BigDecimal total) {
        return new Availability(total.subtract(affected.min(total)), total);
    }
}
