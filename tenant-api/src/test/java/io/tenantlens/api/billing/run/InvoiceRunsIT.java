package io.tenantlens.api.billing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.api.billing.credit.BillCredit;
import io.tenantlens.api.billing.credit.BillCredits;
import io.tenantlens.api.billing.invoice.Invoice;
import io.tenantlens.api.billing.invoice.InvoiceLine;
import io.tenantlens.api.billing.invoice.InvoiceStatus;
import io.tenantlens.api.testing.TestInvoices;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.rating.LineKind;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceRunsIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate OCTOBER_3 = LocalDate.of(2026, 10, 3);
    private static final TenantId ACORN = TestTenants.signUp("run-acorn", "Asia/Dhaka");
    private static final TenantId BIRCH = TestTenants.signUp("run-birch", "Asia/Dhaka");

    private final MonthEnd november = new MonthEnd("2026-11-02T00:00:00Z");

    @BeforeEach
    void startEmpty() {
        TestInvoices.forgetAll();
        TestUsage.forget("run-%");
        POSTGRES.asSuperuser()
                .useHandle(handle -> handle.execute("DELETE FROM bill_credits WHERE tenant_id LIKE 'run-%'"));
    }

    @Test
    void issuedInvoice_hasTheUsageOfTheMonthAndItsTax() {
        TestUsage.use(ACORN, "sms", OCTOBER_3, "1000");
        TestUsage.use(ACORN, "sms", LocalDate.of(2026, 11, 1), "7");

        november.issue(OCTOBER);

        var invoice = november.invoice(ACORN, "2026-10").orElseThrow();
        assertThat(invoice.head().status()).isEqualTo(InvoiceStatus.ISSUED);
        assertThat(invoice.head().total()).isEqualTo(Money.bdt("2127.50")); // (1,500 + 350) × 1.15
        assertThat(invoice.head().dueOn()).isEqualTo(LocalDate.of(2026, 11, 16));
        assertThat(line(invoice, "sms").metered()).isEqualByComparingTo("1000");
    }

    @Test
    void sumOfLines_isTheInvoice() {
        TestUsage.use(ACORN, "sms", OCTOBER_3, "333");
        TestUsage.use(ACORN, "requests", OCTOBER_3, "1234567");

        november.issue(OCTOBER);

        var invoice = november.invoice(ACORN, "2026-10").orElseThrow();
        var head = invoice.head();
        var currency = head.total().currency();
        assertThat(Money.sum(invoice.lines().stream().map(InvoiceLine::total).toList(), currency))
                .isEqualTo(head.total());
        assertThat(Money.sum(invoice.lines().stream().map(InvoiceLine::tax).toList(), currency))
                .isEqualTo(head.tax());
        assertThat(Money.sum(invoice.lines().stream().map(InvoiceLine::net).toList(), currency))
                .isEqualTo(head.net());
    }

    @Test
    void draft_isNotTheTenants() {
        november.runs.start(november.staff, OCTOBER);

        assertThat(november.invoice(ACORN, "2026-10")).isEmpty();
    }

    @Test
    void tenant_seesNoInvoiceOfAnother() {
        november.issue(OCTOBER);

        var seen = POSTGRES.as("tenantlens_app").inTransaction(handle -> {
            handle.select("SELECT set_config('app.tenant_id', ?, true)", ACORN.value())
                    .mapTo(String.class)
                    .one();
            return handle.createQuery("SELECT DISTINCT tenant_id FROM invoice_lines")
                    .mapTo(String.class)
                    .list();
        });

        assertThat(seen).containsExactly(ACORN.value());
    }

    @Test
    void everyStepAskedForAgain_changesNothing() {
        var run = november.issue(OCTOBER);
        var before = november.invoice(ACORN, "2026-10");

        november.runs.start(november.staff, OCTOBER);
        november.runs.approve(november.staff, run.id());
        var again = november.runs.issue(november.staff, run.id());

        assertThat(again).isEqualTo(run);
        assertThat(november.invoice(ACORN, "2026-10")).isEqualTo(before);
    }

    @Test
    void previewComputedAgain_takesUpWhatWasUsedSince() {
        november.runs.start(november.staff, OCTOBER);
        TestUsage.use(ACORN, "sms", OCTOBER_3, "100");

        november.issue(OCTOBER);

        assertThat(november.net(ACORN, "2026-10")).isEqualTo(Money.bdt("1535.00"));
    }

    @Test
    void numbers_haveNoGap() {
        var run = november.issue(OCTOBER);

        var numbers = POSTGRES.as("tenantlens_worker")
                .withHandle(handle -> handle.createQuery("SELECT number FROM invoices ORDER BY number")
                        .mapTo(String.class)
                        .list());
        assertThat(numbers).hasSize((int) run.progress().issued()).doesNotHaveDuplicates();
        assertThat(numbers.getFirst()).isEqualTo("INV-2026-000001");
        assertThat(numbers.getLast())
                .isEqualTo("INV-2026-%06d".formatted(run.progress().issued()));
    }

    @Test
    void run_isNotIssuedUnapproved() {
        var run = november.runs.start(november.staff, OCTOBER);

        assertThatThrownBy(() -> november.runs.issue(november.staff, run.id()))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("approve it");
    }

    @Test
    void monthThatGoesOnInATenantsZone_isAnException() {
        var honolulu = TestTenants.signUp("run-cedar", "Pacific/Honolulu");
        var atMidnightInDhaka = new MonthEnd("2026-10-31T18:00:00Z");

        var run = atMidnightInDhaka.runs.start(atMidnightInDhaka.staff, OCTOBER);

        assertThat(run.exceptions()).anySatisfy(exception -> {
            assertThat(exception.tenant()).isEqualTo(honolulu);
            assertThat(exception.reason()).contains("has not ended in Pacific/Honolulu");
        });
        assertThat(run.exceptions()).noneMatch(exception -> exception.tenant().equals(ACORN));
    }

    /** 1,005 GB all month, of which 5 are free at 3.50 for the rest. */
    @ParameterizedTest
    @CsvSource({"2026-10, 745", "2027-03, 743"})
    void averageOfAMonthThatSetsTheClock_isOverItsOwnHours(YearMonth month, int hours) {
        var fir = TestTenants.signUp("run-fir", "Europe/Berlin");
        var byteHours = BigDecimal.valueOf(hours).multiply(new BigDecimal("1005e9"));
        TestUsage.use(fir, "storage", month.atDay(3), byteHours.toPlainString());
        var end = new MonthEnd(month.plusMonths(1).atDay(2) + "T00:00:00Z");

        end.issue(month);

        var invoice = end.invoice(fir, month.toString()).orElseThrow();
        assertThat(line(invoice, "storage").net()).isEqualTo(Money.bdt("3500.00"));
    }

    @Test
    void tenantWithoutCard_isListedAndStopsNoOther() {
        var broken = TestTenants.signUp("run-dogwood", "Asia/Dhaka");
        POSTGRES.as("tenantlens_staff")
                .useHandle(handle ->
                        handle.execute("UPDATE tenants SET currency = 'JPY' WHERE tenant_id = 'run-dogwood'"));

        var run = november.issue(OCTOBER);

        assertThat(run.exceptions()).anySatisfy(exception -> {
            assertThat(exception.tenant()).isEqualTo(broken);
            assertThat(exception.reason()).contains("JPY");
        });
        assertThat(november.invoice(ACORN, "2026-10")).isPresent();
    }

    @Test
    void lateUsage_isCorrectedOnTheNextInvoiceAndNeverOnTheIssuedOne() {
        TestUsage.use(ACORN, "sms", OCTOBER_3, "100");
        november.issue(OCTOBER);
        var issued = november.invoice(ACORN, "2026-10");
        TestUsage.use(ACORN, "sms", OCTOBER_3, "40");

        var december = new MonthEnd("2026-12-02T00:00:00Z");
        december.issue(YearMonth.of(2026, 11));

        assertThat(december.invoice(ACORN, "2026-10")).isEqualTo(issued);
        var correction = december.invoice(ACORN, "2026-11").orElseThrow().lines().stream()
                .filter(line -> line.kind() == LineKind.CORRECTION)
                .toList();
        assertThat(correction).singleElement().satisfies(line -> {
            assertThat(line.net()).isEqualTo(Money.bdt("14.00"));
            assertThat(line.serviceMonth()).isEqualTo(OCTOBER);
            assertThat(line.title()).contains("2026-10");
        });
    }

    @Test
    void credit_isTakenUpOnceAndItsRestStays() {
        POSTGRES.as("tenantlens_staff")
                .useHandle(handle -> new BillCredits(handle)
                        .book(new BillCredit(
                                BIRCH,
                                "sla-2026-09",
                                BillCredit.Kind.SLA,
                                "SLA credit for September",
                                "99.2 % instead of 99.9 %",
                                Money.bdt("2000.00"))));

        november.issue(OCTOBER);
        var december = new MonthEnd("2026-12-02T00:00:00Z");
        december.issue(YearMonth.of(2026, 11));

        assertThat(december.net(BIRCH, "2026-10")).isEqualTo(Money.bdt("0.00"));
        assertThat(december.net(BIRCH, "2026-11")).isEqualTo(Money.bdt("1000.00"));
        var line = line(december.invoice(BIRCH, "2026-11").orElseThrow(), "credit:sla-2026-09");
        assertThat(line.steps()).contains("99.2 % instead of 99.9 %");
    }

    @Test
    void runKilledHalfWay_endsAsOneThatWasNot() {
        TestUsage.use(ACORN, "sms", OCTOBER_3, "100");
        var impatient = new MonthEnd(
                "2026-11-02T00:00:00Z", Map.of("tenantlens.billing.chunk", "1", "tenantlens.billing.patience", "0s"));
        var run = impatient.runs.start(impatient.staff, OCTOBER);
        assertThat(run.progress().pending()).isPositive();
        assertThatThrownBy(() -> november.runs.approve(november.staff, run.id()))
                .hasMessageContaining("pending");

        november.engine.finishOpenRuns();
        november.runs.approve(november.staff, run.id());
        impatient.runs.issue(impatient.staff, run.id());
        november.engine.finishOpenRuns();

        assertThat(november.runs.get(november.staff, run.id()).state()).isEqualTo(RunState.ISSUED);
        assertThat(november.net(ACORN, "2026-10")).isEqualTo(Money.bdt("1535.00"));
    }

    @Test
    void upgradeInMidMonth_cutsTheFixedFeesByDays() {
        var grown = TestTenants.signUp("run-elm", "Asia/Dhaka");
        POSTGRES.as("tenantlens_staff").useHandle(handle -> {
            handle.execute("INSERT INTO subscription_changes (tenant_id, effective_on, kind, state, plan)"
                    + " VALUES ('run-elm', '2026-10-11', 'upgrade', 'active', 'growth')");
        });

        november.issue(OCTOBER);

        var fees = november.invoice(grown, "2026-10").orElseThrow().lines().stream()
                .filter(line -> line.kind() == LineKind.FLAT)
                .toList();
        assertThat(fees)
                .extracting(InvoiceLine::net)
                .containsExactly(Money.bdt("483.87"), Money.bdt("5080.65")); // 1,500 × 10/31 and 7,500 × 21/31
    }

    private static InvoiceLine line(Invoice invoice, String charge) {
        return invoice.lines().stream()
                .filter(line -> line.charge().value().equals(charge))
                .findFirst()
                .orElseThrow();
    }
}
