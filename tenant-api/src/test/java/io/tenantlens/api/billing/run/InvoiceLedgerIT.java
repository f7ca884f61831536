package io.tenantlens.api.billing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.billing.credit.BillCredit;
import io.tenantlens.api.billing.credit.BillCredits;
import io.tenantlens.api.billing.explanation.Explanations;
import io.tenantlens.api.billing.invoice.BilledRevenue;
import io.tenantlens.api.billing.invoice.InvoiceLine;
import io.tenantlens.api.billing.invoice.InvoiceStatus;
import io.tenantlens.api.billing.ledger.InvoiceLedger;
import io.tenantlens.api.billing.ledger.InvoiceSearch;
import io.tenantlens.api.billing.ledger.InvoiceSearch.Place;
import io.tenantlens.api.billing.ledger.LedgerRefusedException;
import io.tenantlens.api.testing.TestInvoices;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.rating.LineKind;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvoiceLedgerIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate OCTOBER_3 = LocalDate.of(2026, 10, 3);
    private static final TenantId ACORN = TestTenants.signUp("ledger-acorn", "Asia/Dhaka");
    private static final TenantId BIRCH = TestTenants.signUp("ledger-birch", "Asia/Dhaka");

    private final StaffScope staff = TestScopes.staff();
    private final MonthEnd november = new MonthEnd("2026-11-02T00:00:00Z");
    private final InvoiceLedger ledger = new InvoiceLedger(
            new StaffDatabase(POSTGRES.as("tenantlens_staff")),
            new AuditTrail(),
            Clock.fixed(Instant.parse("2026-11-10T00:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void issueOctober() {
        TestInvoices.forgetAll();
        TestUsage.forget("ledger-%");
        POSTGRES.asSuperuser()
                .useHandle(handle -> handle.execute("DELETE FROM bill_credits WHERE tenant_id LIKE 'ledger-%'"));
        TestUsage.use(ACORN, "sms", OCTOBER_3, "1000");
        november.issue(OCTOBER);
    }

    @Test
    void paidInvoice_staysPaidAndIsNeverTakenBack() {
        ledger.markPaid(staff, ACORN, "2026-10");
        var paid = november.invoice(ACORN, "2026-10").orElseThrow().head();
        ledger.markPaid(staff, ACORN, "2026-10");

        assertThat(paid.status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(november.invoice(ACORN, "2026-10").orElseThrow().head()).isEqualTo(paid);
        assertThatThrownBy(() -> ledger.takeBack(staff, ACORN, "2026-10", "a mistake"))
                .isInstanceOf(LedgerRefusedException.class)
                .hasMessageContaining("is paid");
    }

    @Test
    void voidInvoice_hasACreditNoteThatTakesBackEachLine() {
        var before = november.invoice(ACORN, "2026-10").orElseThrow();

        var note = november.invoice(ACORN, ledger.takeBack(staff, ACORN, "2026-10", "wrong plan"))
                .orElseThrow();

        var invoice = november.invoice(ACORN, "2026-10").orElseThrow();
        assertThat(invoice.head().status()).isEqualTo(InvoiceStatus.VOID);
        assertThat(invoice.lines()).isEqualTo(before.lines());
        assertThat(note.head().number()).isEqualTo("CN-2026-000001");
        assertThat(note.head().corrects()).isEqualTo("2026-10");
        assertThat(note.head().note()).isEqualTo("wrong plan");
        assertThat(note.head().total()).isEqualTo(before.head().total().negated());
        assertThat(note.head().taxes())
                .singleElement()
                .satisfies(tax ->
                        assertThat(tax.amount()).isEqualTo(before.head().tax().negated()));
        assertThat(note.lines().stream().map(InvoiceLine::total).toList())
                .isEqualTo(before.lines().stream()
                        .map(line -> line.total().negated())
                        .toList());
    }

    @Test
    void creditNotes_areNumberedWithoutGap() {
        ledger.takeBack(staff, ACORN, "2026-10", "one");
        assertThatThrownBy(() -> ledger.takeBack(staff, ACORN, "2026-10", "again"))
                .isInstanceOf(LedgerRefusedException.class);

        var second = ledger.takeBack(staff, BIRCH, "2026-10", "two");

        assertThat(november.invoice(BIRCH, second).orElseThrow().head().number())
                .isEqualTo("CN-2026-000002");
    }

    @Test
    void voidMonth_countsAsUnbilledAndIsRunAgain() {
        ledger.takeBack(staff, ACORN, "2026-10", "wrong usage");
        assertThat(revenue()).isEmpty();

        var run = november.runs.startRemaining(november.staff, OCTOBER);
        november.runs.approve(november.staff, run.id());
        november.runs.issue(november.staff, run.id());

        assertThat(november.invoice(BIRCH, "2026-10-2")).isEmpty();
        var again = november.invoice(ACORN, "2026-10-2").orElseThrow().head();
        assertThat(again.net()).isEqualTo(Money.bdt("1850.00")); // 1,500 + 1,000 × 0.35
        assertThat(revenue()).containsExactly(again.net());
    }

    @Test
    void creditOfAVoidInvoice_isOpenAgain() {
        POSTGRES.as("tenantlens_staff")
                .useHandle(handle -> new BillCredits(handle)
                        .book(new BillCredit(
                                ACORN,
                                "sla-2026-10",
                                BillCredit.Kind.SLA,
                                "SLA credit",
                                "99.2 %",
                                Money.bdt("50.00"))));
        TestInvoices.forgetAll();
        november.issue(OCTOBER);
        ledger.takeBack(staff, ACORN, "2026-10", "wrong usage");

        november.runs.startRemaining(november.staff, OCTOBER);
        var draft = ledger.find(staff, ACORN, "2026-10-2").orElseThrow();

        assertThat(draft.lines()).anySatisfy(line -> assertThat(line.net()).isEqualTo(Money.bdt("-50.00")));
    }

    @Test
    void correctionOfAMonthThatIsVoidNow_isExplainedByWhatWasKnownThen() {
        TestUsage.use(ACORN, "sms", OCTOBER_3, "40");
        new MonthEnd("2026-12-02T00:00:00Z").issue(OCTOBER.plusMonths(1));
        ledger.takeBack(staff, ACORN, "2026-10", "wrong plan");

        var explanations = new Explanations(new TenantDatabase(POSTGRES.as("tenantlens_app")));
        var correction = november.invoice(ACORN, "2026-11").orElseThrow().lines().stream()
                .filter(line -> line.kind() == LineKind.CORRECTION)
                .findFirst()
                .orElseThrow();
        var explained = explanations
                .find(TestScopes.tenant(ACORN), "2026-11", correction.number())
                .orElseThrow();

        assertThat(explained.priced().orElseThrow().again().net()).isEqualTo(correction.net());
    }

    @Test
    void whileAnApprovedRunWaits_nothingItCountsOnIsTakenBack() {
        var december = new MonthEnd("2026-12-02T00:00:00Z");
        var run = december.runs.start(december.staff, OCTOBER.plusMonths(1));
        december.runs.approve(december.staff, run.id());

        assertThatThrownBy(() -> ledger.takeBack(staff, ACORN, "2026-10", "wrong plan"))
                .isInstanceOf(LedgerRefusedException.class)
                .hasMessageContaining("issue the run first");
    }

    @Test
    void previewOfALaterMonth_isComputedAgainForTheTenant() {
        var december = new MonthEnd("2026-12-02T00:00:00Z");
        var run = december.runs.start(december.staff, OCTOBER.plusMonths(1));

        ledger.takeBack(staff, ACORN, "2026-10", "wrong plan");

        assertThat(december.runs.get(december.staff, run.id()).progress().pending())
                .isOne();
    }

    @Test
    void draftAndUnknownInvoice_areRefused() {
        new MonthEnd("2026-12-02T00:00:00Z").runs.start(november.staff, OCTOBER.plusMonths(1));

        assertThatThrownBy(() -> ledger.markPaid(staff, ACORN, "2026-11"))
                .isInstanceOf(LedgerRefusedException.class)
                .hasMessageContaining("draft");
        assertThatThrownBy(() -> ledger.markPaid(staff, ACORN, "2025-01")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void pages_coverEachDocumentOnce() {
        new MonthEnd("2026-12-02T00:00:00Z").issue(OCTOBER.plusMonths(1));
        var seen = new ArrayList<String>();
        var after = page(null, seen);
        while (after != null) {
            after = page(after, seen);
        }

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.getFirst()).startsWith("2026-11");
        assertThat(seen).contains("2026-11 ledger-acorn", "2026-10 ledger-acorn", "2026-10 ledger-birch");
    }

    @Test
    void search_findsByNumberSlugStatusAndMonth() {
        var number = november.invoice(BIRCH, "2026-10").orElseThrow().head().number();
        ledger.markPaid(staff, BIRCH, "2026-10");

        assertThat(find(String.valueOf(number), null)).containsExactly(BIRCH);
        assertThat(find("ledger-", InvoiceStatus.PAID)).containsExactly(BIRCH);
        assertThat(find("EDGER-A", InvoiceStatus.ISSUED)).containsExactly(ACORN);
        assertThat(find("ledger_acorn", null)).isEmpty();
    }

    private List<TenantId> find(String text, @Nullable InvoiceStatus status) {
        return ledger.search(staff, new InvoiceSearch(text, status, OCTOBER, null, 10)).documents().stream()
                .map(head -> head.tenant())
                .toList();
    }

    private @Nullable Place page(@Nullable Place after, List<String> seen) {
        var found = ledger.search(staff, new InvoiceSearch("", null, null, after, 2));
        found.documents().forEach(head -> seen.add(head.month() + " " + head.tenant()));
        var last = found.documents().getLast();
        return found.more() ? new Place(last.month(), last.tenant(), last.id()) : null;
    }

    private static List<Money> revenue() {
        return POSTGRES
                .as("tenantlens_staff")
                .withHandle(handle -> new BilledRevenue(handle).between(OCTOBER, OCTOBER.plusMonths(1)))
                .stream()
                .filter(month -> month.tenant().equals(ACORN))
                .map(month -> month.net())
                .toList();
    }
}
