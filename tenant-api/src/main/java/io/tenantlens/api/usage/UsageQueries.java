package io.tenantlens.api.usage;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TenantScope;
import io.tenantlens.api.meter.Aggregation;
import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.api.series.Shards;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.time.DateRange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** A tenant's usage for pages and the API. Days and months are those of the tenant's own zone. */
@Singleton
public class UsageQueries {

    private final TenantDatabase database;
    private final MeterCatalogue catalogue;
    private final Shards shards;

    @Inject
    public UsageQueries(TenantDatabase database, MeterCatalogue catalogue, Shards shards) {
        this.database = database;
        this.catalogue = catalogue;
        this.shards = shards;
    }

    /** What was used over time, in the order of time and then of the group. A meter that does not exist has no points. */
    public List<UsagePoint> points(TenantScope scope, UsageQuery query) {
        return database.inTransaction(scope, handle -> {
            var zone = zone(handle, scope);
            return query.interval() == Interval.HOUR
                    ? hours(handle, scope, query, zone)
                    : days(handle, scope, query, zone);
        });
    }

    /** What was used of each meter in those days, meters without any sample left out. A peak is the highest of its days. */
    public SortedMap<MeterKey, BigDecimal> totals(TenantScope scope, DateRange dates) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery("""
                                SELECT meter, sum(quantity) AS summed, max(quantity) AS highest FROM (
                                    SELECT meter, day, sum(quantity) AS quantity FROM usage_day
                                    WHERE tenant_id = :tenant AND day >= :start AND day < :end
                                    GROUP BY meter, day) AS days
                                GROUP BY meter""")
                        .bind("tenant", scope.tenant().value())
                        .bind("start", dates.start())
                        .bind("end", dates.end())
                        .reduceRows(new TreeMap<MeterKey, BigDecimal>(), (totals, row) -> {
                            var meter = new MeterKey(row.getColumn("meter", String.class));
                            var column = isPeak(meter) ? "highest" : "summed";
                            totals.put(meter, plain(row.getColumn(column, BigDecimal.class)));
                            return totals;
                        }));
    }

    /** All that was acknowledged before this instant is in the figures. Empty before the first fold. */
    public Optional<Instant> asOf(TenantScope scope) {
        return database.inTransaction(
                scope,
                handle -> handle.select(
                                "SELECT folded_at FROM fold_progress WHERE shard = ? AND folded_at IS NOT NULL",
                                shards.of(scope.tenant()))
                        .mapTo(Instant.class)
                        .findOne());
    }

    private List<UsagePoint> hours(Handle handle, TenantScope scope, UsageQuery query, ZoneId zone) {
        var period = query.dates().in(zone);
        return handle.createQuery("""
                        SELECT hour_start, dimensions ->> :group AS part, sum(quantity) AS quantity FROM usage_hour
                        WHERE tenant_id = :tenant AND meter = :meter AND hour_start >= :start AND hour_start < :end
                        GROUP BY hour_start, part ORDER BY hour_start, part""")
                .bind("group", query.groupBy().orElse(null))
                .bind("tenant", scope.tenant().value())
                .bind("meter", query.meter().value())
                .bind("start", period.start().atOffset(ZoneOffset.UTC))
                .bind("end", period.end().atOffset(ZoneOffset.UTC))
                .map((row, context) -> {
                    var start = row.getTimestamp("hour_start").toInstant();
                    return point(row, query, start, start.plusSeconds(3_600));
                })
                .list();
    }

    private List<UsagePoint> days(Handle handle, TenantScope scope, UsageQuery query, ZoneId zone) {
        var unit = query.interval() == Interval.DAY ? "day" : "month";
        return handle.createQuery("""
                        SELECT start, part, <over_days>(quantity) AS quantity FROM (
                            SELECT date_trunc(:unit, day::timestamp)::date AS start, day,
                                   dimensions ->> :group AS part, sum(quantity) AS quantity
                            FROM usage_day
                            WHERE tenant_id = :tenant AND meter = :meter AND day >= :start AND day < :end
                            GROUP BY day, part) AS days
                        GROUP BY start, part ORDER BY start, part""")
                .bind("unit", unit)
                .define("over_days", isPeak(query.meter()) ? "max" : "sum")
                .bind("group", query.groupBy().orElse(null))
                .bind("tenant", scope.tenant().value())
                .bind("meter", query.meter().value())
                .bind("start", query.dates().start())
                .bind("end", query.dates().end())
                .map((row, context) -> {
                    var start = row.getObject("start", LocalDate.class);
                    var end = query.interval() == Interval.DAY ? start.plusDays(1) : start.plusMonths(1);
                    return point(row, query, startOf(start, zone), startOf(end, zone));
                })
                .list();
    }

    private boolean isPeak(MeterKey meter) {
        return catalogue
                .find(meter)
                .filter(found -> found.aggregation() == Aggregation.PEAK)
                .isPresent();
    }

    private static UsagePoint point(ResultSet row, UsageQuery query, Instant start, Instant end) throws SQLException {
        var part = row.getString("part");
        Map<String, String> group = query.groupBy()
                .map(name -> Map.of(name, part == null ? "" : part))
                .orElse(Map.of());
        return new UsagePoint(start, end, plain(row.getBigDecimal("quantity")), group);
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static BigDecimal plain(BigDecimal quantity) {
        var stripped = quantity.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static ZoneId zone(Handle handle, TenantScope scope) {
        return handle.select(
                        "SELECT time_zone FROM tenants WHERE tenant_id = ?",
                        scope.tenant().value())
                .mapTo(String.class)
                .findOne()
                .map(ZoneId::of)
                .orElse(ZoneOffset.UTC);
    }
}
