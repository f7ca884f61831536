package io.tenantlens.api.insight.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Handle;

/** Keeps what each tenant took in during the last 24 whole hours beside the same hours of the four weeks before. */
final class RevenueSpans {

    private RevenueSpans() {}

    static int store(Handle handle, Instant now) {
        return handle.createUpdate("""
                        INSERT INTO revenue_spans AS known (tenant_id, ended_at, latest, weeks)
                        SELECT t.tenant_id, :end, sum(span.revenue) FILTER (WHERE span.week = 0),
                               array_agg(span.revenue ORDER BY span.week) FILTER (WHERE span.week > 0)
                        FROM tenants t CROSS JOIN LATERAL (
                            SELECT week, (SELECT coalesce(sum(h.quantity), 0) FROM usage_hour h
                                          WHERE h.tenant_id = t.tenant_id AND h.meter = 'revenue'
                                            AND h.hour_start >= :end - interval '7 days' * week - interval '1 day'
                                            AND h.hour_start < :end - interval '7 days' * week) AS revenue
                            FROM generate_series(0, 4) AS week) span
                        WHERE t.tenant_id <> '_platform'
                        GROUP BY t.tenant_id
                        ON CONFLICT (tenant_id) DO UPDATE
                        SET (ended_at, latest, weeks) = (excluded.ended_at, excluded.latest, excluded.weeks)
                        WHERE known IS DISTINCT FROM excluded""")
                .bind("end", now.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC))
                .execute();
    }
}
