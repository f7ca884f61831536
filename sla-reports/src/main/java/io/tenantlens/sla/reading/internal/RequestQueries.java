package io.tenantlens.sla.reading.internal;

import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.cost.time.Period;
import io.tenantlens.sla.indicator.Availability;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Requests that were answered without a server error, and all, from the roll-ups of the meter {@code requests}. */
public final class RequestQueries {

    private static final String COUNTS = "sum(quantity) AS total,"
            + " coalesce(sum(quantity) FILTER (WHERE dimensions->>'status' LIKE '5%'), 0) AS failed";

    private RequestQueries() {}

    public static SortedMap<LocalDate, Availability> days(Handle handle, TenantId tenant, DateRange days) {
        var counted = new TreeMap<LocalDate, Availability>();
        handle.createQuery("""
                        SELECT day, %s
                        FROM usage_day
                        WHERE tenant_id = :tenant AND meter = 'requests' AND day >= :from AND day < :to
                        GROUP BY day""".formatted(COUNTS))
                .bind("tenant", tenant.value())
                .bind("from", days.start())
                .bind("to", days.end())
                .map((row, _) -> counted.put(row.getObject("day", LocalDate.class), counts(row)))
                .list();
        return counted;
    }

    /** The hours that start in a period, by their start. */
    public static NavigableMap<Instant, Availability> hours(Handle handle, TenantId tenant, Period period) {
        var counted = new TreeMap<Instant, Availability>();
        handle.createQuery("""
                        SELECT hour_start, %s
                        FROM usage_hour
                        WHERE tenant_id = :tenant AND meter = 'requests' AND hour_start >= :from AND hour_start < :to
                        GROUP BY hour_start""".formatted(COUNTS))
                .bind("tenant", tenant.value())
                .bind("from", period.start().atOffset(ZoneOffset.UTC))
                .bind("to", period.end().atOffset(ZoneOffset.UTC))
                .map((row, _) -> counted.put(
                        row.getObject("hour_start", OffsetDateTime.class).toInstant(), counts(row)))
                .list();
        return counted;
    }

    private static Availability counts(ResultSet row) throws SQLException {
        var total = row.getBigDecimal("total");
        return new Availability(total.subtract(row.getBigDecimal("failed")), total);
    }
}
