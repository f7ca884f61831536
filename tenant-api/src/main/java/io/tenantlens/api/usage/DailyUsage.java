package io.tenantlens.api.usage;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TenantScope;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.time.DateRange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Many meters of a tenant by day in one query, for pages that show them side by side. */
@Singleton
public class DailyUsage {

    private final TenantDatabase database;

    @Inject
    public DailyUsage(TenantDatabase database) {
        this.database = database;
    }

    /** The days of some meters. Days and meters without any sample are absent. */
    public Map<MeterKey, NavigableMap<LocalDate, BigDecimal>> of(
            TenantScope scope, Collection<MeterKey> meters, DateRange dates) {
        return database.inTransaction(scope, handle -> {
            var days = new HashMap<String, NavigableMap<LocalDate, BigDecimal>>();
            handle.createQuery("""
                            SELECT meter, day, sum(quantity) AS quantity FROM usage_day
                            WHERE tenant_id = :tenant AND meter = ANY(:meters) AND day >= :start AND day < :end
                            GROUP BY meter, day""")
                    .bind("tenant", scope.tenant().value())
                    .bind("meters", meters.stream().map(MeterKey::value).toArray(String[]::new))
                    .bind("start", dates.start())
                    .bind("end", dates.end())
                    .map((row, _) -> days.computeIfAbsent(row.getString("meter"), _ -> new TreeMap<>())
                            .put(row.getObject("day", LocalDate.class), row.getBigDecimal("quantity")))
                    .list();
            return days.entrySet().stream()
                    .collect(Collectors.toMap(meter -> new MeterKey(meter.getKey()), Map.Entry::getValue));
        });
    }
}
