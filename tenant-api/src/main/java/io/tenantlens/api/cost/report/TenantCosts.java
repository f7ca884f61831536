package io.tenantlens.api.cost.report;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.cost.CostType;
import io.tenantlens.api.cost.Micros;
import io.tenantlens.api.usage.Interval;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What one tenant costs over time. Staff alone may ask. */
@Singleton
public class TenantCosts {

    private final StaffDatabase database;

    @Inject
    public TenantCosts(StaffDatabase database) {
        this.database = database;
    }

    /** Points in the order of time; a span that was not allocated yet has none. Single hours are kept for some days only. */
    public List<CostPoint> points(StaffScope scope, TenantId tenant, DateRange dates, Interval interval, ZoneId zone) {
        return database.inTransaction(scope, handle -> switch (interval) {
            case HOUR -> hours(handle, tenant, dates, zone);
            case DAY -> days(handle, tenant, dates, "day");
            case MONTH -> days(handle, tenant, dates, "month");
        });
    }

    /** What each pool cost the tenant in those days, by the pool's key. */
    public Map<String, BigDecimal> byPool(StaffScope scope, TenantId tenant, DateRange dates) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery("""
                    SELECT part.pool, sum(part.amount) AS amount
                    FROM cost_days c
                    JOIN cost_day_runs r USING (day)
                    CROSS JOIN LATERAL unnest(r.pools, c.pool_amounts) AS part (pool, amount)
                    WHERE c.tenant_id = :tenant AND c.day >= :from AND c.day < :to
                    GROUP BY part.pool ORDER BY amount DESC, part.pool\
                    """)
                        .bind("tenant", tenant.value())
                        .bind("from", dates.start())
                        .bind("to", dates.end())
                        .reduceRows(new LinkedHashMap<String, BigDecimal>(), (pools, row) -> {
                            pools.put(
                                    row.getColumn("pool", String.class),
                                    Micros.decimal(row.getColumn("amount", BigDecimal.class)
                                            .longValueExact()));
                            return pools;
                        }));
    }

    private static List<CostPoint> hours(Handle handle, TenantId tenant, DateRange dates, ZoneId zone) {
        var period = dates.in(zone);
        return handle.createQuery("""
            SELECT hour_start AT TIME ZONE 'UTC' AS started, c.* FROM cost_hours c
            WHERE tenant_id = :tenant AND hour_start >= :from AND hour_start < :to ORDER BY hour_start\
            """)
                .bind("tenant", tenant.value())
                .bind("from", period.start().atOffset(ZoneOffset.UTC))
                .bind("to", period.end().atOffset(ZoneOffset.UTC))
                .map((row, _) -> point(row))
                .list();
    }

    private static List<CostPoint> days(Handle handle, TenantId tenant, DateRange dates, String unit) {
        return handle.createQuery("""
            SELECT date_trunc(:unit, day::timestamp) AS started, sum(total)::bigint AS total, <sums> FROM cost_days
            WHERE tenant_id = :tenant AND day >= :from AND day < :to GROUP BY started ORDER BY started\
            """)
                .define("sums", CostColumns.typesSummed())
                .bind("unit", unit)
                .bind("tenant", tenant.value())
                .bind("from", dates.start())
                .bind("to", dates.end())
                .map((row, _) -> point(row))
                .list();
    }

    private static CostPoint point(ResultSet row) throws SQLException {
        var byType = new TreeMap<CostType, BigDecimal>();
        for (var type : CostType.values()) {
            var amount = row.getLong(type.key());
            if (amount != 0) {
                byType.put(type, Micros.decimal(amount));
            }
        }
        return new CostPoint(
                row.getObject("started", LocalDateTime.class), Micros.decimal(row.getLong("total")), byType);
    }
}
