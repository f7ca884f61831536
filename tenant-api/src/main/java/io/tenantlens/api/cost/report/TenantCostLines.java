package io.tenantlens.api.cost.report;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.cost.CostType;
import io.tenantlens.api.cost.report.CostLine.Method;
import io.tenantlens.api.cost.setting.CostDriver;
import io.tenantlens.api.cost.setting.CostPoolRule.Kind;
import io.tenantlens.api.cost.setting.CostSettingRows;
import io.tenantlens.api.cost.setting.DriverQuery;
import io.tenantlens.api.database.SqlFailedException;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a tenant's cost is made of, pool by pool, with the weights that decided it. */
@Singleton
public class TenantCostLines {

    private final StaffDatabase database;

    @Inject
    public TenantCostLines(StaffDatabase database) {
        this.database = database;
    }

    private record Weight(CostDriver driver, BigDecimal quantity) {}

    /** The largest first. They add up to the tenant's cost of those days. */
    public List<CostLine> of(StaffScope scope, TenantId tenant, DateRange dates) {
        try {
            return database.inTransaction(
                    scope, handle -> lines(handle, tenant, dates, weights(handle, tenant, dates)));
        } catch (SQLException e) {
            throw new SqlFailedException(e);
        }
    }

    private static List<CostLine> lines(Handle handle, TenantId tenant, DateRange dates, Map<String, Weight> weights) {
        return handle.createQuery("""
            SELECT max(p.title) AS title, p.cost_type, p.kind, p.method, p.driver, sum(part.amount) / 1000000.0 AS amount,
                   sum(p.allocated) AS allocated, coalesce(sum(p.weights), 0) AS weights
            FROM cost_days c
            JOIN cost_day_runs r USING (day)
            CROSS JOIN LATERAL unnest(r.pools, c.pool_amounts) AS part (pool, amount)
            JOIN cost_day_pools p ON p.day = c.day AND p.pool = part.pool
            WHERE c.tenant_id = :tenant AND c.day >= :from AND c.day < :to
            GROUP BY p.pool, p.cost_type, p.kind, p.method, p.driver
            HAVING sum(part.amount) <> 0 ORDER BY amount DESC, p.pool\
            """)
                .bind("tenant", tenant.value())
                .bind("from", dates.start())
                .bind("to", dates.end())
                .map((row, _) -> line(row, weights.get(String.valueOf(row.getString("driver")))))
                .list();
    }

    private static CostLine line(ResultSet row, @Nullable Weight weight) throws SQLException {
        return new CostLine(
                row.getString("title"),
                CostType.of(row.getString("cost_type")),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Method.valueOf(row.getString("method").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(weight).map(Weight::driver),
                weight == null ? BigDecimal.ZERO : weight.quantity(),
                row.getBigDecimal("weights"),
                row.getBigDecimal("allocated"),
                row.getBigDecimal("amount"));
    }

    /** By driver, as it is defined on the last day. */
    private static Map<String, Weight> weights(Handle handle, TenantId tenant, DateRange dates) throws SQLException {
        var drivers = CostSettingRows.read(handle).on(dates.end().minusDays(1)).drivers();
        var weights = new HashMap<String, Weight>();
        if (drivers.isEmpty()) {
            return weights;
        }
        var columns = new DriverQuery(drivers);
        var connection = handle.getConnection();
        try (var statement = connection.prepareStatement("SELECT " + columns.columns()
                + " FROM usage_day WHERE tenant_id = ? AND day >= ? AND day < ? AND meter = ANY (?)")) {
            var at = columns.bind(connection, statement, 1);
            statement.setString(at++, tenant.value());
            statement.setObject(at++, dates.start());
            statement.setObject(at++, dates.end());
            statement.setArray(at, columns.meters(connection));
            try (var row = statement.executeQuery()) {
                row.next();
                for (var i = 0; i < drivers.size(); i++) {
                    var driver = drivers.get(i);
                    weights.put(
                            driver.key(),
                            new Weight(driver, BigDecimal.valueOf(row.getLong(i + 1), driver.decimals())));
                }
            }
        }
        return weights;
    }
}
