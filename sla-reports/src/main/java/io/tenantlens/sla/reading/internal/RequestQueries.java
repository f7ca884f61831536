package io.tenantlens.sla.reading.internal;

import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.cost.time.Period;
import io.tenantlens.sla.indicator.Availability;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Requests that were answered without a server error, and all, by tenant. Hours and days without any are absent. */
public final class RequestQueries {

    private RequestQueries() {}

    public static Map<TenantId, NavigableMap<LocalDate, Availability>> days(
            Handle handle, Collection<TenantId> tenants, DateRange days) {
        var counted = new HashMap<TenantId, NavigableMap<LocalDate, Availability>>();
        handle.createQuery("""
                        SELECT tenant_id, day, total, failed FROM request_day
                        WHERE tenant_id = ANY (:tenants) AND day >= :from AND day < :to AND total > 0""")
                .bindArray("tenants", String.class, slugs(tenants))
                .bind("from", days.start())
                .bind("to", days.end())
                .map((row, _) -> of(counted, row).put(row.getObject("day", LocalDate.class), counts(row)))
                .list();
        return counted;
    }

    /** The hours that start in a period, by their start. */
    public static Map<TenantId, NavigableMap<Instant, Availability>> hours(
            Handle handle, Collection<TenantId> tenants, Period period) {
        var counted = new HashMap<TenantId, NavigableMap<Instant, Availability>>();
        handle.createQuery("""
                        SELECT tenant_id, hour_start, total, failed FROM request_hour
                        WHERE tenant_id = ANY (:tenants) AND hour_start >= :from AND hour_start < :to AND total > 0""")
                .bindArray("tenants", String.class, slugs(tenants))
                .bind("from", period.start().atOffset(ZoneOffset.UTC))
                .bind("to", period.end().atOffset(ZoneOffset.UTC))
                .map((row, _) -> of(counted, row)
                        .put(row.getObject("hour_start", OffsetDateTime.class).toInstant(), counts(row)))
                .list();
        return counted;
    }

    static Object[] slugs(Collection<TenantId> tenants) {
        return tenants.stream().map(TenantId::value).toArray();
    }

    /** Rounding in late corrections of the roll-ups must not leave more failures than requests, or fewer than none. */
    static Availability counts(ResultSet row) throws SQLException {
        var total = row.getBigDecimal("total");
        var failed = row.getBigDecimal("failed").max(BigDecimal.ZERO).min(total);
        return new Availability(total.subtract(failed), total);
    }

    private static <T> NavigableMap<T, Availability> of(
            Map<TenantId, NavigableMap<T, Availability>> counted, ResultSet row) throws SQLException {
        return counted.computeIfAbsent(new TenantId(row.getString("tenant_id")), _ -> new TreeMap<>());
    }
}
