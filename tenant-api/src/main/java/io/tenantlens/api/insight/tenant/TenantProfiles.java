package io.tenantlens.api.insight.tenant;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TenantScope;
import io.tenantlens.api.insight.tenant.TenantProfile.Figure;
import io.tenantlens.api.insight.tenant.TenantProfile.Limits;
import io.tenantlens.cost.time.DateRange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads profiles: a few look-ups by the tenant's own keys. */
@Singleton
public class TenantProfiles {

    private static final Map<String, Figure> FIGURES = Map.of(
            "orders", Figure.ORDERS,
            "revenue", Figure.REVENUE,
            "carts_created", Figure.CARTS,
            "carts_abandoned", Figure.ABANDONED);

    private final TenantDatabase database;
    private final Clock clock;

    @Inject
    public TenantProfiles(TenantDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public TenantProfile of(TenantScope scope, DateRange dates) {
        return database.inTransaction(scope, handle -> {
            var tenant = scope.tenant().value();
            var found = new Found();
            requests(handle, tenant, dates, found);
            usage(handle, tenant, dates, found);
            return new TenantProfile(
                    found.days, found.products(), found.features, limits(handle, tenant), busiestHour(handle, tenant));
        });
    }

    private static void requests(Handle handle, String tenant, DateRange dates, Found found) {
        handle.createQuery("""
            SELECT day, total, failed FROM request_day
            WHERE tenant_id = :tenant AND day >= :start AND day < :end\
            """)
                .bind("tenant", tenant)
                .bind("start", dates.start())
                .bind("end", dates.end())
                .map((row, _) -> {
                    var day = row.getObject("day", LocalDate.class);
                    found.figure(Figure.REQUESTS).put(day, row.getBigDecimal("total"));
                    found.figure(Figure.FAILED).put(day, row.getBigDecimal("failed"));
                    return day;
                })
                .list();
    }

    private static void usage(Handle handle, String tenant, DateRange dates, Found found) {
        handle.createQuery("""
            SELECT meter, day, part, sum(quantity) AS quantity FROM (
                SELECT meter, day, quantity,
                    CASE meter WHEN 'products' THEN dimensions ->> 'status'
                               WHEN 'feature_usage' THEN dimensions ->> 'feature' ELSE '' END AS part
                FROM usage_day
                WHERE tenant_id = :tenant AND day >= :start AND day < :end AND meter = ANY (ARRAY[
                        'orders', 'revenue', 'carts_created', 'carts_abandoned', 'products', 'feature_usage'])
                    AND (meter <> 'orders' OR dimensions ->> 'status' = 'completed')) AS used
            GROUP BY meter, day, part\
            """)
                .bind("tenant", tenant)
                .bind("start", dates.start())
                .bind("end", dates.end())
                .map((row, _) -> found.add(row))
                .list();
    }

    private static Limits limits(Handle handle, String tenant) {
        return handle.createQuery(
                        "SELECT products, requests_per_hour, features FROM tenant_plan_limits WHERE tenant_id ="
                                + " :tenant")
                .bind("tenant", tenant)
                .map((row, _) -> new Limits(
                        row.getObject("products", Long.class),
                        row.getObject("requests_per_hour", Long.class),
                        Arrays.asList((String[]) row.getArray("features").getArray())))
                .findOne()
                .orElse(Limits.NONE);
    }

    private @Nullable BigDecimal busiestHour(Handle handle, String tenant) {
        return handle.createQuery(
                        "SELECT max(total) FROM request_hour WHERE tenant_id = :tenant AND hour_start > :since AND"
                                + " hour_start <= :now")
                .bind("tenant", tenant)
                .bind("since", clock.instant().minus(Duration.ofHours(24)).atOffset(ZoneOffset.UTC))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .mapTo(BigDecimal.class)
                .findOne()
                .orElse(null);
    }

    /** What was read so far. */
    private static final class Found {

        private final Map<Figure, NavigableMap<LocalDate, BigDecimal>> days = new EnumMap<>(Figure.class);
        private final NavigableMap<LocalDate, Map<String, BigDecimal>> products = new TreeMap<>();
        private final Map<String, NavigableMap<LocalDate, BigDecimal>> features = new TreeMap<>();

        NavigableMap<LocalDate, BigDecimal> figure(Figure figure) {
            return days.computeIfAbsent(figure, _ -> new TreeMap<>());
        }

        String add(ResultSet row) throws SQLException {
            var meter = row.getString("meter");
            var part = row.getString("part") == null ? "" : row.getString("part");
            var day = row.getObject("day", LocalDate.class);
            var quantity = row.getBigDecimal("quantity");
            switch (meter) {
                case "products" ->
                    products.computeIfAbsent(day, _ -> new HashMap<>()).put(part, quantity);
                case "feature_usage" ->
                    features.computeIfAbsent(part, _ -> new TreeMap<>()).put(day, quantity);
                default -> figure(FIGURES.getOrDefault(meter, Figure.ORDERS)).put(day, quantity);
            }
            return meter;
        }

        Map<String, BigDecimal> products() {
            return products.isEmpty() ? Map.of() : products.lastEntry().getValue();
        }
    }
}
