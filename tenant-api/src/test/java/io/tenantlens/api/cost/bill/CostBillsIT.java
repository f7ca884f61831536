package io.tenantlens.api.cost.bill;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.cost.bill.BillRows.Stored;
import io.tenantlens.api.cost.bill.PoolMapping.Rule;
import io.tenantlens.api.cost.run.CostConfig;
import io.tenantlens.api.cost.run.CostRuns;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.problem.FieldError;
import io.tenantlens.api.testing.TestConfigs;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.cost.time.DateRange;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CostBillsIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final String HEADER =
            "ProviderName,BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,"
                    + "BillingCurrency,BilledCost,EffectiveCost,ChargeCategory,ServiceName,Tags\n";
    private static final DateRange MARCH = new DateRange(LocalDate.of(2023, 3, 1), LocalDate.of(2023, 4, 1));

    private final CostBills bills = new CostBills(new StaffDatabase(POSTGRES.as("tenantlens_staff")), new AuditTrail());

    @BeforeEach
    void startEmpty() {
        POSTGRES.asSuperuser().useHandle(handle -> {
            handle.execute("DELETE FROM cost_bills WHERE period_start < '2024-01-01'");
            handle.execute("DELETE FROM cost_bill_mappings");
            handle.execute("DELETE FROM cost_day_pools WHERE day < '2024-01-01'");
        });
    }

    @Test
    void charge_isSpreadOverItsDaysToTheLastDecimal() {
        var imported = take(row("2023-03-01T00:00:00Z", "2023-03-04T00:00:00Z", "10.00000000001", "compute", "{}"));

        assertThat(imported.stored()).isEqualTo(Stored.ADDED);
        assertThat(stored("count(DISTINCT day)")).isEqualByComparingTo("3");
        assertThat(stored("sum(cost)")).isEqualByComparingTo("10.00000000001");
    }

    @Test
    void tags_nameThePoolAndTheTenant() {
        take(row(
                "2023-03-01",
                "2023-03-02",
                "5",
                "compute",
                "{\"\"cost_pool\"\": \"\"cpu\"\", \"\"tenant_id\"\": \"\"acorn\"\"}"));

        assertThat(stored("count(*) FILTER (WHERE pool = 'cpu' AND tenant_id = 'acorn')"))
                .isEqualByComparingTo("1");
    }

    @Test
    void mapping_namesThePoolWhereNoTagDoes() {
        bills.replaceMapping(
                TestScopes.staff(), "cloudco", List.of(new Rule("ServiceName", "Managed DB", "database-shared")));

        take(row("2023-03-01", "2023-03-02", "5", "Managed DB", "{}")
                + row("2023-03-01", "2023-03-02", "7", "Something else", ""));

        assertThat(stored("sum(cost) FILTER (WHERE pool = 'database-shared')")).isEqualByComparingTo("5");
        assertThat(stored("sum(cost) FILTER (WHERE pool = 'unmapped')")).isEqualByComparingTo("7");
    }

    @Test
    void sameFileAgain_changesNothing() {
        var file = row("2023-03-01", "2023-03-02", "5", "compute", "{}");
        take(file);

        assertThat(take(file).stored()).isEqualTo(Stored.UNCHANGED);
        assertThat(stored("sum(cost)")).isEqualByComparingTo("5");
    }

    @Test
    void anotherFileOfTheSamePeriod_replacesAndNeverDoubles() {
        take(row("2023-03-01", "2023-03-02", "5", "compute", "{}"));

        var imported = take(row("2023-03-09", "2023-03-10", "6", "compute", "{}"));

        assertThat(imported.stored()).isEqualTo(Stored.REPLACED);
        assertThat(stored("sum(cost)")).isEqualByComparingTo("6");
    }

    @Test
    void chargeOfAnEarlierPeriod_isPaidForInThatOfItsBill() {
        take(row("2023-02-10", "2023-02-11", "31", "compute", "{}"));

        assertThat(stored("min(extract(month FROM day))")).isEqualByComparingTo("3");
        assertThat(stored("sum(cost)")).isEqualByComparingTo("31");
    }

    @Test
    void otherCurrency_isTakenAtTheRate() {
        var row = row("2023-03-01", "2023-03-02", "2", "compute", "{}").replace("BDT", "USD");

        bills.take(TestScopes.staff(), stream(HEADER + row), new BigDecimal("121.5"));

        assertThat(stored("sum(cost)")).isEqualByComparingTo("243");
    }

    @Test
    void whatIsWrong_isNamedByLineAndColumn_andNothingIsStored() {
        var good = row("2023-03-01", "2023-03-02", "5", "compute", "{}");
        var bad = row("2023-03-01", "2023-03-02", "five", "compute", "{}")
                + row("2023-03-05", "2023-03-05", "5", "compute", "not json");

        var refused = catchThrowableOfType(HttpProblem.class, () -> take(good + bad));

        assertThat(errors(refused))
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/3/BilledCost", "/3/EffectiveCost", "/4/ChargePeriodEnd", "/4/Tags");
        assertThat(stored("count(*)")).isEqualByComparingTo("0");
    }

    @Test
    void missingColumns_areNamed() {
        var refused = catchThrowableOfType(
                HttpProblem.class,
                () -> bills.take(TestScopes.staff(), stream("ProviderName,BilledCost\nA,1\n"), null));

        assertThat(errors(refused)).extracting(FieldError::pointer).contains("/1/EffectiveCost", "/1/BillingCurrency");
    }

    @Test
    void billedPool_takesThePlaceOfItsUnitCost_andIsConserved() {
        POSTGRES.asSuperuser()
                .useHandle(handle ->
                        handle.execute("INSERT INTO tenants (tenant_id, name, tier, hosting, plan, signed_up_on) VALUES"
                                + " ('bill-oak', 'Oak', 'starter', 'shared', 'starter', '2023-01-01') ON CONFLICT"
                                + " DO NOTHING"));
        take(row(
                        "2023-03-01",
                        "2023-03-02",
                        "10.123456789",
                        "compute",
                        "{\"\"pool\"\": \"\"sms\"\", \"\"tenant\"\": \"\"bill-oak\"\"}")
                + row(
                        "2023-03-01",
                        "2023-03-02",
                        "-1",
                        "compute",
                        "{\"\"pool\"\": \"\"sms\"\", \"\"tenant\"\": \"\"bill-oak\"\"}")
                + row(
                        "2023-03-01",
                        "2023-03-02",
                        "4",
                        "compute",
                        "{\"\"pool\"\": \"\"sms\"\", \"\"tenant\"\": \"\"nobody\"\"}")
                + row("2023-03-01", "2023-03-02", "3", "compute", "{\"\"pool\"\": \"\"new-pool\"\"}"));

        runs().days(MARCH);

        assertThat(number("SELECT other / 1000000.0 + sms / 1000000.0 FROM cost_days WHERE tenant_id ="
                        + " 'bill-oak' AND day = '2023-03-01'"))
                .isEqualByComparingTo("9.123456");
        assertThat(number("SELECT unallocated FROM cost_day_pools WHERE pool = 'sms' AND day = '2023-03-01'"))
                .isEqualByComparingTo("4.000000789");
        assertThat(number("SELECT unallocated FROM cost_day_pools WHERE pool = 'new-pool' AND day = '2023-03-01'"))
                .isEqualByComparingTo("3");
        assertThat(number("SELECT count(*) FROM cost_day_runs WHERE day = '2023-03-01' AND proof_equal"))
                .isEqualByComparingTo("1");
    }

    private static CostRuns runs() {
        return new CostRuns(
                new WorkerDatabase(POSTGRES.as("tenantlens_worker")),
                TestConfigs.defaults(CostConfig.class),
                Clock.fixed(Instant.parse("2026-10-20T06:30:00Z"), ZoneOffset.UTC));
    }

    private CostBills.Imported take(String rows) {
        return bills.take(TestScopes.staff(), stream(HEADER + rows), null).getFirst();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String row(String from, String to, String cost, String service, String tags) {
        return "CloudCo,2023-03-01T00:00:00Z,2023-04-01T00:00:00Z,%s,%s,BDT,%s,%s,Usage,%s,\"%s\"%n"
                .formatted(from, to, cost, cost, service, tags);
    }

    @SuppressWarnings("unchecked") // problems carry their errors untyped
    private static List<FieldError> errors(HttpProblem problem) {
        return (List<FieldError>) requireNonNull(problem.getParameters().get("errors"));
    }

    private static BigDecimal stored(String what) {
        return number("SELECT coalesce(" + what + ", 0) FROM billed_costs WHERE day < '2024-01-01'");
    }

    private static BigDecimal number(String query) {
        return POSTGRES.asSuperuser()
                .withHandle(handle ->
                        handle.createQuery(query).mapTo(BigDecimal.class).one());
    }
}
