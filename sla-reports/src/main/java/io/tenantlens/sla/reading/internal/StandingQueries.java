package io.tenantlens.sla.reading.internal;

import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.sla.indicator.CountingMethod;
import io.tenantlens.sla.objective.Target;
import io.tenantlens.sla.reading.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** Requests and objectives of all tenants that were there, in one pass. */
public final class StandingQueries {

    /** The days of a budget end today at the latest, so that rolling ones are as long as promised. */
    private static final String SQL = """
            WITH promised AS (
                SELECT DISTINCT ON (t.tenant_id) t.tenant_id, t.name, t.tier, t.time_zone, v.availability_percent, v.counting,
                       coalesce(v.slice_percent, v.availability_percent) AS slice_percent,
                       CASE WHEN v.window_days IS NULL THEN :start ELSE reached - v.window_days END AS first_day,
                       CASE WHEN v.window_days IS NULL THEN :end ELSE reached END AS end_day
                FROM tenants t
                CROSS JOIN LATERAL (SELECT least(:end, (:now AT TIME ZONE t.time_zone)::date + 1) AS reached) AS today
                JOIN LATERAL (
                    SELECT 1 AS rank, valid_from, set_at, availability_percent, counting, slice_percent, window_days
                    FROM tenant_objectives o
                    WHERE o.tenant_id = t.tenant_id AND (valid_until IS NULL OR valid_until > :start)
                    UNION ALL
                    SELECT 2, valid_from, set_at, availability_percent, counting, slice_percent, window_days
                    FROM tier_objectives o WHERE o.tier = t.tier
                ) AS v ON v.valid_from <= :start
                WHERE t.tenant_id <> '_platform' AND t.signed_up_on < :end AND (t.churned_on IS NULL OR t.churned_on >= :start)
                ORDER BY t.tenant_id, v.rank, v.valid_from DESC, v.set_at DESC
            ), works AS (
                SELECT p.tenant_id, p.time_zone, p.first_day, p.end_day, w.starts_at, w.ends_at
                FROM promised p
                JOIN maintenance_windows w ON w.tenant_id IN (p.tenant_id, '_platform') AND w.cancelled_at IS NULL
                 AND w.starts_at < p.end_day::timestamp AT TIME ZONE p.time_zone
                 AND w.ends_at > p.first_day::timestamp AT TIME ZONE p.time_zone
            ), counted AS (
                SELECT p.tenant_id, sum(d.total) AS total, sum(d.failed) AS failed
                FROM promised p
                JOIN request_day d ON d.tenant_id = p.tenant_id AND d.day >= p.first_day AND d.day < p.end_day
                WHERE p.counting = 'occurrences'
                GROUP BY p.tenant_id
            ), maintained AS (
                SELECT tenant_id, sum(total) AS total, sum(failed) AS failed
                FROM (SELECT DISTINCT h.tenant_id, h.hour_start, h.total, h.failed
                      FROM works w
                      JOIN request_hour h ON h.tenant_id = w.tenant_id
                       AND h.hour_start > w.starts_at - interval '1 hour' AND h.hour_start < w.ends_at
                       AND h.hour_start >= w.first_day::timestamp AT TIME ZONE w.time_zone
                       AND h.hour_start < w.end_day::timestamp AT TIME ZONE w.time_zone) AS hours
                GROUP BY tenant_id
            ), sliced AS (
                SELECT p.tenant_id, count(*) AS total,
                       count(*) FILTER (WHERE (h.total - h.failed) * 100 < h.total * p.slice_percent) AS failed
                FROM promised p
                JOIN request_hour h ON h.tenant_id = p.tenant_id AND h.total > 0
                 AND h.hour_start >= p.first_day::timestamp AT TIME ZONE p.time_zone
                 AND h.hour_start < p.end_day::timestamp AT TIME ZONE p.time_zone
                WHERE p.counting = 'timeslices'
                  AND NOT EXISTS (SELECT FROM works w WHERE w.tenant_id = p.tenant_id
                                  AND h.hour_start > w.starts_at - interval '1 hour' AND h.hour_start < w.ends_at)
                GROUP BY p.tenant_id
            )
            SELECT p.tenant_id, p.name, p.tier, p.availability_percent, p.counting,
                   greatest(coalesce(s.total, c.total - coalesce(m.total, 0), 0), 0) AS total,
                   greatest(coalesce(s.failed, c.failed - coalesce(m.failed, 0), 0), 0) AS failed
            FROM promised p
            LEFT JOIN counted c ON c.tenant_id = p.tenant_id
            LEFT JOIN maintained m ON m.tenant_id = p.tenant_id
            LEFT JOIN sliced s ON s.tenant_id = p.tenant_id
            ORDER BY p.tenant_id""";

    private StandingQueries() {}

    /** In the order of the tenants. */
    public static List<Standing> all(Handle handle, DateRange days, Instant now) {
        return handle.createQuery(SQL)
                .bind("start", days.start())
                .bind("end", days.end())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map((row, _) -> standing(row))
                .list();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                new TenantId(row.getString("tenant_id")),
                row.getString("name"),
                row.getString("tier"),
                new Target(row.getBigDecimal("availability_percent")),
                CountingMethod.valueOf(row.getString("counting").toUpperCase(Locale.ROOT)),
                RequestQueries.counts(row));
    }
}
