package io.tenantlens.api.cost.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.cost.budget.BudgetUse;
import io.tenantlens.api.cost.budget.CostBudgets;
import io.tenantlens.api.cost.report.CostLine;
import io.tenantlens.api.cost.report.TenantCostLines;
import io.tenantlens.api.cost.run.CostConfig;
import io.tenantlens.api.cost.run.CostRuns;
import io.tenantlens.api.cost.setting.UnitCosts;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.testing.TestConfigs;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlatformCostsIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final StaffDatabase STAFF = new StaffDatabase(POSTGRES.as("tenantlens_staff"));
    private static final TenantId OAK = new TenantId("sum-oak");
    private static final DateRange MAY = new DateRange(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 6, 1));
    private static final DateRange APRIL = new DateRange(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 5, 1));

    private final PlatformCosts costs = new PlatformCosts(STAFF);

    @BeforeAll
    static void allocate() {
        POSTGRES.asSuperuser().useHandle(handle -> {
            handle.execute("SELECT ensure_month_partitions('usage_day', '2025-05-01', '2025-06-30')");
            for (var tenant : new String[] {"sum-oak", "sum-pine"}) {
                handle.execute(
                        "INSERT INTO tenants (tenant_id, name, tier, hosting, plan, signed_up_on)"
                                + " VALUES (?, ?, 'growth', 'shared', 'growth', '2025-05-01') ON CONFLICT DO NOTHING",
                        tenant,
                        tenant);
            }
            handle.execute("DELETE FROM usage_day WHERE tenant_id LIKE 'sum-%'");
            handle.execute("""
                INSERT INTO usage_day (tenant_id, meter, day, dimensions, quantity)
                SELECT tenant, meter, day, '{}', quantity FROM generate_series(date '2025-05-01', '2025-06-10', '1 day') AS day,
                    (VALUES ('sum-oak', 'sms', 3), ('sum-oak', 'requests', 1000), ('sum-pine', 'sms', 1),
                            ('sum-pine', 'cpu_seconds', 77.000001)) AS used (tenant, meter, quantity)\
                """);
        });
        var runs = new CostRuns(
                new WorkerDatabase(POSTGRES.as("tenantlens_worker")),
                TestConfigs.defaults(CostConfig.class),
                Clock.fixed(Instant.parse("2026-10-20T06:30:00Z"), ZoneOffset.UTC));
        runs.days(MAY);
        runs.days(new DateRange(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 11)));
    }

    @Test
    void tenants_addUpToTheProof() {
        for (var dates : new DateRange[] {MAY, range("2025-05-03", "2025-06-04"), range("2025-04-20", "2025-06-11")}) {
            var cost = costs.read(TestScopes.staff(), dates, APRIL);

            assertThat(cost.proof().holds()).isTrue();
            assertThat(cost.ofTenants()).isEqualByComparingTo(cost.proof().allocated());
            assertThat(cost.pools().stream().map(PoolCost::origin).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(cost.proof().origin());
            assertThat(cost.slices().stream().map(CostSlice::origin).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(cost.proof().origin());
        }
    }

    @Test
    void wholeMonth_isWhatItsDaysAddUpTo() {
        var whole = of(MAY);
        var first = of(range("2025-05-01", "2025-05-16"));
        var second = of(range("2025-05-16", "2025-06-01"));

        assertThat(whole.total()).isEqualByComparingTo(first.total().add(second.total()));
        assertThat(whole.used().requests()).isEqualTo(31_000);
        assertThat(of(range("2025-06-01", "2025-06-11")).used().requests()).isEqualTo(10_000);
    }

    @Test
    void lines_addUpToTheTenant_andShowTheirWeights() {
        var lines = new TenantCostLines(STAFF).of(TestScopes.staff(), OAK, MAY);

        assertThat(lines.stream().map(CostLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(of(MAY).total());
        var sms = lines.stream()
                .filter(line -> line.title().equals("SMS"))
                .findFirst()
                .orElseThrow();
        assertThat(sms.method()).isEqualTo(CostLine.Method.WEIGHTED);
        assertThat(sms.weight()).isEqualByComparingTo("93");
        assertThat(sms.weights()).isEqualByComparingTo("124");
        assertThat(sms.amount()).isEqualByComparingTo("23.25");
    }

    @Test
    void budget_holdsFromItsMonthOn() {
        var budgets = new CostBudgets(STAFF, new AuditTrail());
        budgets.set(TestScopes.staff(), OAK, YearMonth.of(2025, 5), new BigDecimal("100"));
        budgets.set(TestScopes.staff(), OAK, YearMonth.of(2025, 6), new BigDecimal("10"));

        var may = budgets.of(TestScopes.staff(), OAK, YearMonth.of(2025, 5)).orElseThrow();
        assertThat(may.budget()).isEqualByComparingTo("100");
        assertThat(may.spent()).isEqualByComparingTo(of(MAY).total());
        assertThat(budgets.uses(TestScopes.staff(), YearMonth.of(2025, 4)))
                .extracting(BudgetUse::tenant)
                .doesNotContain(OAK);
        assertThat(budgets.of(TestScopes.staff(), OAK, YearMonth.of(2025, 7))
                        .orElseThrow()
                        .budget())
                .isEqualByComparingTo("10");
    }

    @Test
    void unitCost_isAVersionAndNeverEdited() {
        var unitCosts = new UnitCosts(STAFF, new AuditTrail());
        var day = LocalDate.of(2027, 1, 1);
        POSTGRES.asSuperuser()
                .useHandle(handle -> handle.execute("DELETE FROM unit_costs WHERE valid_from = '2027-01-01'"));

        assertThat(unitCosts.change(TestScopes.staff(), "sms", day, new BigDecimal("0.3")))
                .isEqualTo(UnitCosts.Change.MADE);
        assertThat(unitCosts.change(TestScopes.staff(), "sms", day, new BigDecimal("0.4")))
                .isEqualTo(UnitCosts.Change.TAKEN);
        assertThat(unitCosts.change(TestScopes.staff(), "nothing", day, BigDecimal.ONE))
                .isEqualTo(UnitCosts.Change.UNKNOWN);
        assertThat(UnitCosts.on(unitCosts.all(TestScopes.staff()), "sms", day)
                        .orElseThrow()
                        .amount())
                .isEqualByComparingTo("0.3");
    }

    private TenantCost of(DateRange dates) {
        return costs.tenants(TestScopes.staff(), dates, APRIL).stream()
                .filter(one -> one.tenant().equals(OAK))
                .findFirst()
                .orElseThrow();
    }

    private static DateRange range(String from, String to) {
        return new DateRange(LocalDate.parse(from), LocalDate.parse(to));
    }
}
