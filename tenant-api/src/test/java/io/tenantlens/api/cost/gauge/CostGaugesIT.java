package io.tenantlens.api.cost.gauge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.cost.projection.CostProjections;
import io.tenantlens.api.cost.run.CostConfig;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.gauge.Gauge;
import io.tenantlens.api.gauge.GaugeSource;
import io.tenantlens.api.instance.Roles;
import io.tenantlens.api.testing.TestConfigs;
import io.tenantlens.api.testing.TestPostgres;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CostGaugesIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final String TENANT = "gauge-cost";
    private static final CostConfig CONFIG = TestConfigs.defaults(CostConfig.class);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-07-20T06:30:00Z"), ZoneOffset.UTC);

    @BeforeEach
    void store() {
        POSTGRES.asSuperuser().useHandle(handle -> {
            handle.execute("SELECT ensure_month_partitions('cost_days', '2024-05-01', '2024-07-31')");
            handle.execute(
                    "INSERT INTO tenants (tenant_id, name, tier, hosting, plan, signed_up_on) VALUES ('gauge-cost',"
                            + " 'Gauge', 'starter', 'shared', 'starter', '2024-01-01') ON CONFLICT DO NOTHING");
            for (var table : List.of("cost_months", "cost_hours", "cost_days", "cost_budgets")) {
                handle.execute("DELETE FROM " + table + " WHERE tenant_id = 'gauge-cost'");
            }
            handle.execute(
                    "INSERT INTO cost_months (tenant_id, month, days, total, compute, file_storage, requests, orders,"
                            + " active_users, stored_byte_hours) VALUES ('gauge-cost', '2024-07-01', 20, 90000000,"
                            + " 60000000, 30000000, 1000, 30, 9, 7300000000000)");
            handle.execute("INSERT INTO cost_hours (tenant_id, hour_start, total, compute) VALUES ('gauge-cost',"
                    + " '2024-07-20 05:00Z', 2000000, 2000000), ('gauge-cost', '2024-07-19 06:00Z', 3000000, 3000000),"
                    + " ('gauge-cost', '2024-07-19 05:00Z', 4000000, 4000000)");
            handle.execute("INSERT INTO cost_budgets VALUES ('gauge-cost', '2024-06-01', 120)");
            handle.execute("INSERT INTO cost_days (tenant_id, day, total) SELECT 'gauge-cost', day, 5000000 FROM"
                    + " generate_series(date '2024-06-20', '2024-07-19', '1 day') AS day");
        });
    }

    @Test
    void cost_isOfTheLastHour_theLast24AndTheOpenMonth() {
        var rows = rows(new CostGauges(CONFIG, CLOCK), "tenant_infrastructure_cost_bdt");

        assertThat(rows)
                .containsEntry(List.of(TENANT, "compute", "hourly"), 2.0)
                .containsEntry(List.of(TENANT, "compute", "daily"), 5.0)
                .containsEntry(List.of(TENANT, "compute", "monthly"), 60.0)
                .containsEntry(List.of(TENANT, "file_storage", "monthly"), 30.0)
                .doesNotContainKey(List.of(TENANT, "sms", "monthly"));
    }

    @Test
    void unitEconomy_isCostOverWhatWasUsed() {
        var source = new UnitEconomyGauges(CONFIG, CLOCK);

        assertThat(rows(source, "cost_per_request")).containsEntry(List.of(TENANT), 0.09);
        assertThat(rows(source, "cost_per_active_user")).containsEntry(List.of(TENANT), 10.0);
        assertThat(rows(source, "cost_per_order")).containsEntry(List.of(TENANT), 3.0);
        assertThat(rows(source, "cost_per_gb_stored")).containsEntry(List.of(TENANT), 3.0);
    }

    @Test
    void budget_isComparedWithTheMonthSoFar() {
        var source = new BudgetGauges(CONFIG, CLOCK);

        assertThat(rows(source, "tenant_monthly_budget_bdt")).containsEntry(List.of(TENANT), 120.0);
        assertThat(rows(source, "tenant_budget_utilization_percent")).containsEntry(List.of(TENANT), 75.0);
    }

    @Test
    void projection_isOfTheDaysToCome() {
        new CostProjections(
                        new WorkerDatabase(POSTGRES.as("tenantlens_worker")),
                        CONFIG,
                        new Roles(Set.of("worker")),
                        CLOCK)
                .refresh();

        assertThat(rows(new BudgetGauges(CONFIG, CLOCK), "tenant_projected_cost_bdt"))
                .containsEntry(List.of(TENANT, "7"), 35.0)
                .containsEntry(List.of(TENANT, "30"), 150.0);
    }

    private static Map<List<String>, Double> rows(GaugeSource source, String name) {
        var database = new WorkerDatabase(POSTGRES.as("tenantlens_worker"));
        return database.inTransaction(source::read).stream()
                .filter(gauge -> gauge.name().equals(name))
                .map(Gauge::rows)
                .findFirst()
                .orElseThrow();
    }
}
