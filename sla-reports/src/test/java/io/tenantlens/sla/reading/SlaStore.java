package io.tenantlens.sla.reading;

import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.cost.tenant.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Puts roll-ups where the fold would put them, for tests of all that is read from them. */
public record SlaStore(Jdbi worker) {

    public void ensureMonth(YearMonth month) {
        worker.useHandle(handle -> {
            for (var table : List.of("usage_hour", "usage_day", "histogram_hour", "histogram_day")) {
                handle.createQuery("SELECT ensure_month_partitions(?, ?, ?)")
                        .bind(0, table)
                        .bind(1, month.atDay(1).minusDays(1))
                        .bind(2, month.atEndOfMonth())
                        .mapTo(String.class)
                        .list();
            }
        });
    }

    public void requests(TenantId tenant, LocalDate day, String endpoint, String status, long count) {
        worker.useHandle(handle -> handle.execute("""
                        INSERT INTO usage_day (tenant_id, meter, day, dimensions, quantity)
                        VALUES (?, 'requests', ?, jsonb_build_object('endpoint', ?, 'status', ?), ?)""", tenant.value(), day, endpoint, status, count));
    }

    public void requestsInHour(TenantId tenant, Instant hour, String status, long count) {
        worker.useHandle(handle -> handle.execute("""
                        INSERT INTO usage_hour (tenant_id, meter, hour_start, dimensions, quantity)
                        VALUES (?, 'requests', ?, jsonb_build_object('status', ?), ?)""", tenant.value(), hour.atOffset(ZoneOffset.UTC), status, count));
    }

    public void meter(TenantId tenant, String meter, LocalDate day, String dimensions, String quantity) {
        worker.useHandle(handle -> handle.execute("""
                        INSERT INTO usage_day (tenant_id, meter, day, dimensions, quantity)
                        VALUES (?, ?, ?, ?::jsonb, ?::numeric)""", tenant.value(), meter, day, dimensions, quantity));
    }

    public void latency(TenantId tenant, LocalDate day, String endpoint, Histogram histogram) {
        worker.useHandle(handle -> handle.execute("""
                        INSERT INTO histogram_day (tenant_id, meter, day, dimensions, histogram)
                        VALUES (?, 'request_duration', ?, jsonb_build_object('endpoint', ?), ?)""", tenant.value(), day, endpoint, histogram.encode()));
    }
}
