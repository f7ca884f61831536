package io.tenantlens.api.insight.platform;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.cost.time.Period;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The platform as a whole. */
@Singleton
public class PlatformQueries {

    private final StaffDatabase database;

    @Inject
    public PlatformQueries(StaffDatabase database) {
        this.database = database;
    }

    /**
     * A scraped program of the platform.
     *
     * @param up hours of the period that it was up, of those that it was observed
     * @param lastSeenAt start of the last hour in which it was observed
     */
    public record Target(String job, String instance, BigDecimal up, BigDecimal observed, Instant lastSeenAt) {}

    /** The durations of all requests by UTC hour, hours without any left out. */
    public NavigableMap<Instant, Histogram> latencies(StaffScope scope, Period period) {
        return database.inTransaction(scope, handle -> {
            var hours = new TreeMap<Instant, Histogram>();
            handle.createQuery("""
                SELECT hour_start, histogram FROM platform_latency_hour
                WHERE hour_start >= :start AND hour_start < :end\
                """)
                    .bind("start", period.start().atOffset(ZoneOffset.UTC))
                    .bind("end", period.end().atOffset(ZoneOffset.UTC))
                    .map((row, _) -> hours.put(
                            row.getObject("hour_start", OffsetDateTime.class).toInstant(),
                            Histogram.decode(row.getBytes("histogram"))))
                    .list();
            return hours;
        });
    }

    /** What Prometheus scrapes, by job and instance. */
    public List<Target> targets(StaffScope scope, Period period) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery("""
                    SELECT dimensions ->> 'job' AS job, dimensions ->> 'instance' AS instance,
                        coalesce(sum(quantity) FILTER (WHERE meter = 'up'), 0) AS up,
                        coalesce(sum(quantity) FILTER (WHERE meter = 'up_observed'), 0) AS observed,
                        max(hour_start) AS last_seen
                    FROM usage_hour
                    WHERE tenant_id = '_platform' AND meter IN ('up', 'up_observed')
                        AND hour_start >= :start AND hour_start < :end
                    GROUP BY job, instance ORDER BY job, instance\
                    """)
                        .bind("start", period.start().atOffset(ZoneOffset.UTC))
                        .bind("end", period.end().atOffset(ZoneOffset.UTC))
                        .map((row, _) -> new Target(
                                row.getString("job"),
                                row.getString("instance"),
                                row.getBigDecimal("up"),
                                row.getBigDecimal("observed"),
                                row.getObject("last_seen", OffsetDateTime.class).toInstant()))
                        .list());
    }
}
