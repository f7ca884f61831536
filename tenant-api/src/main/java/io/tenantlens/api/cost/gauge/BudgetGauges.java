package io.tenantlens.api.cost.gauge;

import io.tenantlens.api.cost.run.CostConfig;
import io.tenantlens.api.gauge.Gauge;
import io.tenantlens.api.gauge.GaugeSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Budgets of cost, how much of them the open month has used, and where cost is heading. */
@Singleton
class BudgetGauges implements GaugeSource {

    private static final double MICROS = 1e6;
    private static final double HUNDRED = 100;

    private final CostConfig config;
    private final Clock clock;

    BudgetGauges(CostConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Duration goodFor() {
        return Duration.ofMinutes(1);
    }

    @Override
    public List<Gauge> read(Handle handle) {
        var budget = Gauge.named("tenant_monthly_budget_bdt", "What a tenant may cost a month", "tenant_id");
        var used = Gauge.named(
                "tenant_budget_utilization_percent",
                "Of its monthly budget, what a tenant has cost so far",
                "tenant_id");
        handle.createQuery("""
            SELECT b.tenant_id, b.amount, coalesce(c.total, 0) AS spent
            FROM (SELECT DISTINCT ON (tenant_id) tenant_id, amount FROM cost_budgets WHERE valid_from <= :month
                  ORDER BY tenant_id, valid_from DESC) AS b
            LEFT JOIN cost_months c ON c.tenant_id = b.tenant_id AND c.month = :month
            WHERE b.amount IS NOT NULL\
            """)
                .bind(
                        "month",
                        LocalDate.ofInstant(clock.instant(), config.zone()).withDayOfMonth(1))
                .map((row, _) -> {
                    var amount = row.getDouble("amount");
                    var tenant = row.getString("tenant_id");
                    budget.add(amount, tenant);
                    return used.add(row.getLong("spent") / MICROS / amount * HUNDRED, tenant);
                })
                .list();
        return List.of(budget.build(), used.build(), projected(handle));
    }

    private static Gauge projected(Handle handle) {
        var projected = Gauge.named(
                "tenant_projected_cost_bdt",
                "What a tenant should cost in the days to come",
                "tenant_id",
                "forecast_days");
        handle.createQuery("SELECT tenant_id, week, month FROM cost_projections")
                .map((row, _) -> projected
                        .add(row.getDouble("week"), row.getString("tenant_id"), "7")
                        .add(row.getDouble("month"), row.getString("tenant_id"), "30"))
                .list();
        return projected.build();
    }
}
