package io.tenantlens.api.cost.gauge;

import io.tenantlens.api.cost.run.CostConfig;
import io.tenantlens.api.gauge.Gauge;
import io.tenantlens.api.gauge.GaugeSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What one request, user, order and stored gigabyte of a tenant cost in the open month so far. Without any there is no row. */
@Singleton
class UnitEconomyGauges implements GaugeSource {

    /** The hours of a mean month. */
    private static final int MONTH_HOURS = 730;

    private final CostConfig config;
    private final Clock clock;

    UnitEconomyGauges(CostConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Duration goodFor() {
        return Duration.ofMinutes(5);
    }

    @Override
    public List<Gauge> read(Handle handle) {
        var request = Gauge.named("cost_per_request", "BDT for a request", "tenant_id");
        var user = Gauge.named("cost_per_active_user", "BDT for each user of the most at once", "tenant_id");
        var order = Gauge.named("cost_per_order", "BDT for a completed order", "tenant_id");
        var gigabyte = Gauge.named("cost_per_gb_stored", "BDT for a gigabyte stored for a month", "tenant_id");
        handle.createQuery("""
            SELECT tenant_id, total / 1e6 / nullif(requests, 0) AS request, total / 1e6 / nullif(active_users, 0) AS active_user,
                   total / 1e6 / nullif(orders, 0) AS completed_order,
                   (database_storage + file_storage + backup_storage) / 1e6
                       / nullif(stored_byte_hours / 1e9 / :hours, 0) AS gigabyte
            FROM cost_months WHERE month = :month\
            """)
                .bind("hours", MONTH_HOURS)
                .bind(
                        "month",
                        LocalDate.ofInstant(clock.instant(), config.zone()).withDayOfMonth(1))
                .map((row, _) -> {
                    add(request, row, "request");
                    add(user, row, "active_user");
                    add(order, row, "completed_order");
                    add(gigabyte, row, "gigabyte");
                    return row.getRow();
                })
                .list();
        return List.of(request.build(), user.build(), order.build(), gigabyte.build());
    }

    private static void add(Gauge.Rows gauge, ResultSet row, String column) throws SQLException {
        var value = row.getDouble(column);
        if (!row.wasNull()) {
            gauge.add(value, row.getString("tenant_id"));
        }
    }
}
