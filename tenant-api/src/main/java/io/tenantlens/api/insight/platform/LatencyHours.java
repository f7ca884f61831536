package io.tenantlens.api.insight.platform;

import io.tenantlens.api.histogram.Histogram;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Merges the distributions of all tenants' requests hour by hour. Distributions lie by tenant, so each tenant is looked up. */
final class LatencyHours {

    private static final int HOURS = 48;
    private static final int FETCH_SIZE = 5_000;

    /** Older hours merged in one go, so that a long history does not hold the job up. */
    private static final int OLDER_AT_ONCE = 12;

    private static final String PARTS = """
         FROM tenants t CROSS JOIN LATERAL (
            SELECT date_trunc('hour', hour_start, 'UTC') AS hour, histogram FROM histogram_hour
            WHERE tenant_id = t.tenant_id AND meter = 'request_duration' AND hour_start >= :from AND hour_start < :until) h
        """;

    private final Handle handle;

    LatencyHours(Handle handle) {
        this.handle = handle;
    }

    /** This hour and the one before always, older ones where usage came in since they were merged. */
    void merge(Instant now) {
        var hour = now.truncatedTo(ChronoUnit.HOURS);
        var recent = hour.minus(1, ChronoUnit.HOURS);
        var known = new HashMap<Instant, Long>();
        handle.createQuery("SELECT hour_start, parts FROM platform_latency_hour WHERE hour_start >= :from")
                .bind("from", at(hour.minus(HOURS, ChronoUnit.HOURS)))
                .map((row, _) -> known.put(
                        row.getObject("hour_start", OffsetDateTime.class).toInstant(), row.getLong("parts")))
                .list();
        counts(hour.minus(HOURS, ChronoUnit.HOURS), recent).entrySet().stream()
                .filter(counted -> !counted.getValue().equals(known.get(counted.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .limit(OLDER_AT_ONCE)
                .forEach(older -> store(older, older.plus(Duration.ofHours(1))));
        store(recent, hour);
        store(hour, hour.plus(Duration.ofHours(1)));
    }

    private Map<Instant, Long> counts(Instant from, Instant until) {
        var counts = new HashMap<Instant, Long>();
        handle.createQuery("SELECT h.hour, count(*) AS parts" + PARTS + " GROUP BY h.hour")
                .bind("from", at(from))
                .bind("until", at(until))
                .map((row, _) ->
                        counts.put(row.getObject("hour", OffsetDateTime.class).toInstant(), row.getLong("parts")))
                .list();
        return counts;
    }

    private void store(Instant hour, Instant until) {
        @Nullable Histogram merged = null;
        long parts = 0;
        try (var found = handle.createQuery("SELECT h.histogram" + PARTS)
                .bind("from", at(hour))
                .bind("until", at(until))
                .setFetchSize(FETCH_SIZE)
                .mapTo(byte[].class)
                .iterator()) {
            while (found.hasNext()) {
                var one = Histogram.decode(found.next());
                merged = merged == null ? one : merged.merge(one);
                parts++;
            }
        }
        if (merged != null) {
            handle.createUpdate("""
                INSERT INTO platform_latency_hour VALUES (:hour, :parts, :histogram)
                ON CONFLICT (hour_start) DO UPDATE SET parts = excluded.parts, histogram = excluded.histogram\
                """)
                    .bind("hour", at(hour))
                    .bind("parts", parts)
                    .bind("histogram", merged.encode())
                    .execute();
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
