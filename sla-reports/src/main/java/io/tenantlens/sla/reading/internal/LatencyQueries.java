package io.tenantlens.sla.reading.internal;

import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.cost.time.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Distributions of the meter {@code request_duration}. */
public final class LatencyQueries {

    /** What one endpoint's requests took on one of the tenant's local days. */
    public record StoredLatency(TenantId tenant, LocalDate day, String endpoint, Histogram histogram) {}

    /** What one endpoint's requests took in one hour. */
    public record HourOfLatency(Instant hour, String endpoint, Histogram histogram) {}

    private LatencyQueries() {}

    public static List<StoredLatency> days(Handle handle, Collection<TenantId> tenants, DateRange days) {
        return handle.createQuery("""
                        SELECT tenant_id, day, coalesce(dimensions->>'endpoint', '') AS endpoint, histogram
                        FROM histogram_day
                        WHERE tenant_id = ANY (:tenants) AND meter = 'request_duration' AND day >= :from AND day < :to
                        ORDER BY tenant_id, day, endpoint""")
                .bindArray("tenants", String.class, RequestQueries.slugs(tenants))
                .bind("from", days.start())
                .bind("to", days.end())
                .map((row, _) -> new StoredLatency(
                        new TenantId(row.getString("tenant_id")),
                        row.getObject("day", LocalDate.class),
                        row.getString("endpoint"),
                        Histogram.decode(row.getBytes("histogram"))))
                .list();
    }

    public static List<HourOfLatency> hours(Handle handle, TenantId tenant, Period period) {
        return handle.createQuery("""
                        SELECT hour_start, coalesce(dimensions->>'endpoint', '') AS endpoint, histogram
                        FROM histogram_hour
                        WHERE tenant_id = :tenant AND meter = 'request_duration'
                          AND hour_start >= :from AND hour_start < :to
                        ORDER BY hour_start, endpoint""")
                .bind("tenant", tenant.value())
                .bind("from", period.start().atOffset(ZoneOffset.UTC))
                .bind("to", period.end().atOffset(ZoneOffset.UTC))
                .map((row, _) -> new HourOfLatency(
                        row.getObject("hour_start", OffsetDateTime.class).toInstant(),
                        row.getString("endpoint"),
                        Histogram.decode(row.getBytes("histogram"))))
                .list();
    }
}
