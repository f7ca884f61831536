package io.tenantlens.api.cost.platform;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.cost.CostType;
import io.tenantlens.api.cost.setting.CostPoolRule.Kind;
import io.tenantlens.cost.time.DateRange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What all tenants cost. Days are each tenant's own. */
@Singleton
public class PlatformCosts {

    private final StaffDatabase database;

    @Inject
    public PlatformCosts(StaffDatabase database) {
        this.database = database;
    }

    /** All of a range, as of one instant, so that its parts agree. */
    public PlatformCost read(StaffScope scope, DateRange dates, DateRange before) {
        return database.inTransaction(scope, handle -> {
            handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            var slices = slices(handle, dates);
            return new PlatformCost(
                    proof(handle, dates), pools(handle, dates), slices, new TenantCostRows(handle).of(dates, before));
        });
    }

    /** The tenants alone. */
    public List<TenantCost> tenants(StaffScope scope, DateRange dates, DateRange before) {
        return database.inTransaction(scope, handle -> new TenantCostRows(handle).of(dates, before));
    }

    /** What was to be divided on each day, in the order of days; a day that was not allocated is absent. */
    public SequencedMap<LocalDate, BigDecimal> origins(StaffScope scope, DateRange dates) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery(
                                "SELECT day, origin FROM cost_day_runs WHERE day >= :from AND day < :to ORDER BY day")
                        .bind("from", dates.start())
                        .bind("to", dates.end())
                        .reduceRows(new TreeMap<LocalDate, BigDecimal>(), (days, row) -> {
                            days.put(row.getColumn("day", LocalDate.class), row.getColumn("origin", BigDecimal.class));
                            return days;
                        }));
    }

    private static CostProof proof(Handle handle, DateRange dates) {
        return handle.createQuery("""
            SELECT count(*) AS days, count(*) FILTER (WHERE proof_equal) AS proved, coalesce(sum(origin), 0) AS origin,
                   coalesce(sum(proof_sum - idle - unallocated), 0) AS allocated, coalesce(sum(idle), 0) AS idle,
                   coalesce(sum(unallocated), 0) AS unallocated, max(computed_at) AS computed_at
            FROM cost_day_runs WHERE day >= :from AND day < :to\
            """)
                .bind("from", dates.start())
                .bind("to", dates.end())
                .map((row, _) -> new CostProof(
                        row.getInt("days"),
                        row.getInt("proved"),
                        row.getBigDecimal("origin"),
                        row.getBigDecimal("allocated"),
                        row.getBigDecimal("idle"),
                        row.getBigDecimal("unallocated"),
                        Optional.ofNullable(row.getObject("computed_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .one();
    }

    private static List<PoolCost> pools(Handle handle, DateRange dates) {
        return handle.createQuery("""
            SELECT pool, max(title) AS title, cost_type, kind, string_agg(DISTINCT source, ' and ') AS source,
                   sum(origin) AS origin, sum(allocated) AS allocated, sum(idle) AS idle, sum(unallocated) AS unallocated
            FROM cost_day_pools WHERE day >= :from AND day < :to
            GROUP BY pool, cost_type, kind ORDER BY origin DESC, pool\
            """)
                .bind("from", dates.start())
                .bind("to", dates.end())
                .map((row, _) -> new PoolCost(
                        row.getString("pool"),
                        row.getString("title"),
                        CostType.of(row.getString("cost_type")),
                        kind(row),
                        row.getString("source"),
                        row.getBigDecimal("origin"),
                        row.getBigDecimal("allocated"),
                        row.getBigDecimal("idle"),
                        row.getBigDecimal("unallocated")))
                .list();
    }

    private static List<CostSlice> slices(Handle handle, DateRange dates) {
        return handle.createQuery("""
            SELECT day, title, cost_type, kind, allocated, idle, unallocated FROM cost_day_pools
            WHERE day >= :from AND day < :to ORDER BY day, pool\
            """)
                .bind("from", dates.start())
                .bind("to", dates.end())
                .map((row, _) -> new CostSlice(
                        row.getObject("day", LocalDate.class),
                        row.getString("title"),
                        CostType.of(row.getString("cost_type")),
                        kind(row),
                        row.getBigDecimal("allocated"),
                        row.getBigDecimal("idle"),
                        row.getBigDecimal("unallocated")))
                .list();
    }

    private static Kind kind(ResultSet row) throws SQLException {
        return Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
    }
}
