package io.tenantlens.api.insight;

import io.tenantlens.api.gauge.Gauge;
import io.tenantlens.api.gauge.GaugeSource;
import io.tenantlens.cost.health.DropDetector;
import io.tenantlens.cost.health.HourlyValue;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What the platform's shops should have sold in the last 24 whole hours: the median of the same 24 hours of up to four weeks
 * before. A week that was not measured in full is left out; without any there is no baseline.
 */
@Singleton
class RevenueGauges implements GaugeSource {

    private final Clock clock;

    RevenueGauges(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Duration goodFor() {
        return Duration.ofMinutes(5);
    }

    @Override
    public List<Gauge> read(Handle handle) {
        var baseline = Gauge.named(
                "platform_revenue_baseline_bdt", "Revenue of 24 hours as it was in the same hours of the weeks before");
        var start = clock.instant().truncatedTo(ChronoUnit.HOURS).minus(24, ChronoUnit.HOURS);
        var weeks = handle.createQuery("""
                        SELECT w.starts_at, sum(h.quantity) AS revenue
                        FROM (SELECT :start - make_interval(weeks => n) AS starts_at FROM generate_series(1, 4) AS n) AS w
                        JOIN platform_usage_hour h ON h.meter = 'revenue'
                            AND h.hour_start >= w.starts_at AND h.hour_start < w.starts_at + interval '24 hours'
                        GROUP BY w.starts_at HAVING count(DISTINCT h.hour_start) = 24""")
                .bind("start", start.atOffset(ZoneOffset.UTC))
                .map((row, _) -> new HourlyValue(
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(), row.getBigDecimal("revenue")))
                .list();
        new DropDetector(ZoneOffset.UTC)
                .compare(weeks, new HourlyValue(start, BigDecimal.ZERO))
                .baseline()
                .ifPresent(value -> baseline.add(value.doubleValue()));
        return List.of(baseline.build());
    }
}
