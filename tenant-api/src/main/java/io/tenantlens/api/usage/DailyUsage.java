package io.tenantlens.api.usage;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TenantScope;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.time.DateRange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** All meters of a tenant by day in one query, for pages that show many of them side by side. */
@Singleton
public class DailyUsage {

    private final TenantDatabase database;

    @Inject
    public DailyUsage(TenantDatabase database) {
        this.database = database;
    }

    /** The days of each meter. Days and meters without any sample are absent. */
    public Map<MeterKey, NavigableMap<LocalDate, BigDecimal>> of(TenantScope scope, DateRange dates) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery("""
                                SELECT meter, day, sum(quantity) AS quantity FROM usage_day
                                WHERE tenant_id = :tenant AND day >= :start AND day < :end
                                GROUP BY meter, day""")
                        .bind("tenant", scope.tenant().value())
                        .bind("start", dates.start())
                        .bind("end", dates.end())
                        .reduceRows(new HashMap<MeterKey, NavigableMap<LocalDate, BigDecimal>>(), (meters, row) -> {
                            meters.computeIfAbsent(
                                            new MeterKey(row.getColumn("meter", String.class)), _ -> new TreeMap<>())
                                    .put(
                                            row.getColumn("day", LocalDate.class),
                                            row.getColumn("quantity", BigDecimal.class));
                            return meters;
                        }));
    }
}
