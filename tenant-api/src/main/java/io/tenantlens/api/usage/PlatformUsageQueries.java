package io.tenantlens.api.usage;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.time.Period;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all tenants used together, by UTC hour, for staff. */
@Singleton
public class PlatformUsageQueries {

    private final StaffDatabase database;

    @Inject
    public PlatformUsageQueries(StaffDatabase database) {
        this.database = database;
    }

    /** Requests of an hour, and those of them that failed with a server error. */
    public record RequestVolume(Instant start, BigDecimal requests, BigDecimal errors) {}

    /** Request volume by hour, hours without any sample left out. */
    public List<RequestVolume> requests(StaffScope scope, Period period) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery("""
                                SELECT hour_start, sum(quantity) AS requests,
                                       coalesce(sum(quantity) FILTER (WHERE dimensions ->> 'status' LIKE '5%'), 0) AS errors
                                FROM platform_usage_hour
                                WHERE meter = 'requests' AND hour_start >= :start AND hour_start < :end
                                GROUP BY hour_start ORDER BY hour_start""")
                        .bind("start", period.start().atOffset(ZoneOffset.UTC))
                        .bind("end", period.end().atOffset(ZoneOffset.UTC))
                        .map((row, context) -> new RequestVolume(
                                row.getTimestamp("hour_start").toInstant(),
                                row.getBigDecimal("requests"),
                                row.getBigDecimal("errors")))
                        .list());
    }

    /**
     * A meter by hour. Kept for the platform are revenue, and requests by status.
     */
    public List<UsagePoint> hours(StaffScope scope, MeterKey meter, Period period, Optional<String> groupBy) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery("""
                                SELECT hour_start, coalesce(dimensions ->> :group, '') AS part, sum(quantity) AS quantity
                                FROM platform_usage_hour
                                WHERE meter = :meter AND hour_start >= :start AND hour_start < :end
                                GROUP BY hour_start, part ORDER BY hour_start, part""")
                        .bind("group", groupBy.orElse(null))
                        .bind("meter", meter.value())
                        .bind("start", period.start().atOffset(ZoneOffset.UTC))
                        .bind("end", period.end().atOffset(ZoneOffset.UTC))
                        .map((row, context) -> {
                            var start = row.getTimestamp("hour_start").toInstant();
                            var part = row.getString("part");
                            Map<String, String> group =
                                    groupBy.map(name -> Map.of(name, part)).orElse(Map.of());
                            return new UsagePoint(
                                    start, start.plusSeconds(3_600), row.getBigDecimal("quantity"), group);
                        })
                        .list());
    }

    /** All that was acknowledged before this instant is in the figures of every tenant. */
    public Optional<Instant> asOf(StaffScope scope) {
        return database.inTransaction(
                scope,
                handle -> handle.select("SELECT min(folded_at) FROM fold_progress")
                        .map((row, context) ->
                                Optional.ofNullable(row.getTimestamp(1)).map(at -> at.toInstant()))
                        .one());
    }
}
