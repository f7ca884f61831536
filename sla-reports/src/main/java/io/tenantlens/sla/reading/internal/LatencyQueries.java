package io.tenantlens.sla.reading.internal;

import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Distributions of the meter {@code request_duration}, one a day and endpoint. */
public final class LatencyQueries {

    /** What one endpoint's requests took on one of the tenant's local days. */
    public record StoredLatency(LocalDate day, String endpoint, Histogram histogram) {}

    private LatencyQueries() {}

    public static List<StoredLatency> days(Handle handle, TenantId tenant, DateRange days) {
        return handle.createQuery("""
                        SELECT day, coalesce(dimensions->>'endpoint', '') AS endpoint, histogram
                        FROM histogram_day
                        WHERE tenant_id = :tenant AND meter = 'request_duration' AND day >= :from AND day < :to""")
                .bind("tenant", tenant.value())
                .bind("from", days.start())
                .bind("to", days.end())
                .map((row, _) -> new StoredLatency(
                        row.getObject("day", LocalDate.class),
                        row.getString("endpoint"),
                        Histogram.decode(row.getBytes("histogram"))))
                .list();
    }
}
