package io.tenantlens.api.margin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.cost.run.CostConfig;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.gauge.Gauge;
import io.tenantlens.api.instance.Roles;
import io.tenantlens.api.testing.TestConfigs;
import io.tenantlens.api.testing.TestPostgres;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarginsIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final YearMonth MARCH = YearMonth.of(2025, 3);
    private static final CostConfig CONFIG = TestConfigs.defaults(CostConfig.class);
    private static final WorkerDatabase WORKER = new WorkerDatabase(POSTGRES.as("tenantlens_worker"));

    private final Margins margins = new Margins(new StaffDatabase(POSTGRES.as("tenantlens_staff")));

    @BeforeEach
    void startEmpty() {
        POSTGRES.asSuperuser().useHandle(handle -> {
            handle.execute("SELECT ensure_month_partitions('usage_day', '2025-03-01', '2025-03-31')");
            for (var tenant : List.of("margin-elm", "margin-fir")) {
                handle.execute(
                        "INSERT INTO tenants (tenant_id, name, tier, hosting, plan, signed_up_on)"
                                + " VALUES (?, ?, 'starter', 'shared', 'starter', '2025-03-01') ON CONFLICT DO NOTHING",
                        tenant,
                        tenant);
            }
            handle.execute("ALTER TABLE invoices DISABLE TRIGGER USER");
            handle.execute("ALTER TABLE invoice_runs DISABLE TRIGGER USER");
            handle.execute("DELETE FROM invoices WHERE month = '2025-03-01'");
            handle.execute("DELETE FROM invoice_runs WHERE month = '2025-03-01'");
            handle.execute("ALTER TABLE invoices ENABLE TRIGGER USER");
            handle.execute("ALTER TABLE invoice_runs ENABLE TRIGGER USER");
            handle.execute("DELETE FROM cost_months WHERE month = '2025-03-01'");
            handle.execute("DELETE FROM cost_month_runs");
            handle.execute("DELETE FROM tenant_accruals WHERE month = '2025-03-01'");
            handle.execute("DELETE FROM usage_day WHERE tenant_id LIKE 'margin-%'");
            handle.execute("INSERT INTO cost_month_runs VALUES ('2025-03-01', 'any', now())");
            handle.execute("INSERT INTO cost_months (tenant_id, month, days, total, sms, database) VALUES"
                    + " ('margin-elm', '2025-03-01', 31, 1600000001, 600000001, 1000000000),"
                    + " ('margin-fir', '2025-03-01', 31, 250000000, 250000000, 0)");
        });
    }

    @Test
    void monthWithoutInvoices_hasWhatItsRunWouldBill() {
        POSTGRES.asSuperuser()
                .useHandle(handle ->
                        handle.execute("INSERT INTO usage_day VALUES ('margin-elm', 'sms', '2025-03-05', '{}', 100)"));

        accrueAt("2025-05-02T00:00:00Z");

        // 1,500 a month and 35 for the messages, before tax
        assertThat(of("margin-elm").revenue()).isEqualByComparingTo("1535");
        assertThat(of("margin-elm").billed()).isFalse();
        assertThat(of("margin-elm").margin().amount()).isEqualByComparingTo("-65.000001");
        assertThat(of("margin-fir").margin().amount()).isEqualByComparingTo("1250");
    }

    @Test
    void fixedFees_accrueAsTheMonthGoes() {
        accrueAt("2025-03-16T06:00:00Z"); // noon of the 16th in Dhaka: half of 31 days

        assertThat(of("margin-fir").revenue()).isEqualByComparingTo("750");
    }

    @Test
    void issuedMonth_isInvoicesLessAllocation_toTheLastUnit() {
        accrueAt("2025-05-02T00:00:00Z");
        issue("margin-elm", "issued", "1721.25");

        var margin = of("margin-elm");

        assertThat(margin.billed()).isTrue();
        assertThat(margin.revenue()).isEqualByComparingTo("1496.74");
        assertThat(margin.margin().amount()).isEqualByComparingTo("-103.260001");
        assertThat(of("margin-fir").revenue()).isZero();
    }

    @Test
    void tenants_addUpToInvoicesLessAllocation() {
        issue("margin-elm", "issued", "1721.25");
        issue("margin-fir", "paid", "1725.00");

        var all = margins.read(TestScopes.staff(), MARCH, MARCH.plusMonths(1)).tenants();

        var sum = all.stream().map(one -> one.margin().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(number("""
            SELECT (SELECT sum(total - tax) FROM invoices WHERE month = '2025-03-01' AND status IN ('issued', 'paid'))
                - (SELECT sum(total) / 1000000.0 FROM cost_months WHERE month = '2025-03-01')\
            """));
    }

    @Test
    void gauges_areOfTheOpenMonth() {
        accrueAt("2025-03-31T17:59:00Z");
        var clock = Clock.fixed(Instant.parse("2025-03-31T17:59:00Z"), ZoneOffset.UTC);

        var gauges = WORKER.inTransaction(handle -> new MarginGauges(CONFIG, clock).read(handle));

        assertThat(rows(gauges, "tenant_revenue_bdt").rows().get(List.of("margin-fir", "monthly")))
                .isBetween(1499.0, 1500.0);
        assertThat(rows(gauges, "tenant_profit_margin_percent").rows().get(List.of("margin-fir", "monthly")))
                .isBetween(83.3, 83.4);
    }

    private static Gauge rows(List<Gauge> gauges, String name) {
        return gauges.stream()
                .filter(gauge -> gauge.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void accrueAt(String now) {
        new AccrualSchedule(
                        WORKER, CONFIG, new Roles(Set.of("worker")), Clock.fixed(Instant.parse(now), ZoneOffset.UTC))
                .refresh();
    }

    private TenantMargin of(String tenant) {
        return margins.read(TestScopes.staff(), MARCH, MARCH.plusMonths(1)).tenants().stream()
                .filter(one -> one.tenant().value().equals(tenant))
                .findFirst()
                .orElseThrow();
    }

    /** With tax of 15 %, rounded. */
    private static void issue(String tenant, String status, String total) {
        var tax = total.equals("1721.25") ? "224.51" : "225.00";
        POSTGRES.asSuperuser().useHandle(handle -> {
            handle.execute(
                    "INSERT INTO invoice_runs (month, state, issued_at) SELECT '2025-03-01', 'issued', now() WHERE NOT"
                            + " EXISTS (SELECT FROM invoice_runs WHERE month = '2025-03-01')");
            handle.execute(
                    "INSERT INTO invoices (tenant_id, invoice_id, kind, status, number, month, tenant_name,"
                            + " plan_title, time_zone, currency, bdt_rate, subtotal, discount, credit, tax, total,"
                            + " issued_at, due_on) VALUES (?, '2025-03', 'invoice', ?, ?, '2025-03-01', 'A shop',"
                            + " 'Starter', 'Asia/Dhaka', 'BDT', 1, ?::numeric - ?::numeric, 0, 0, ?::numeric, ?::numeric,"
                            + " now(), '2025-04-20')",
                    tenant,
                    status,
                    "T-" + tenant,
                    total,
                    tax,
                    tax,
                    total);
        });
    }

    private static BigDecimal number(String query) {
        return POSTGRES.asSuperuser()
                .withHandle(handle ->
                        handle.createQuery(query).mapTo(BigDecimal.class).one());
    }
}
