package io.tenantlens.api.billing.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.api.testing.TestInvoices;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CardDraftsIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final CardKey SHIPPED = new CardKey("starter", Currency.BDT, LocalDate.of(2025, 1, 1));
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
    private static final TenantId ACORN = TestTenants.signUp("cards-acorn", "Asia/Dhaka");

    private final StaffScope staff = TestScopes.staff(Area.BILLING);
    private final StaffDatabase database = new StaffDatabase(POSTGRES.as("tenantlens_staff"));
    private final RateCards cards = new RateCards(database);
    private final CardDrafts drafts = new CardDrafts(
            database,
            new CardCheck(MeterCatalogue.shipped()),
            new AuditTrail(),
            Clock.fixed(Instant.parse("2026-10-20T06:30:00Z"), ZoneOffset.UTC));

    /** Published cards stay for ever, so each test has a plan of its own. */
    private final String plan = "cards-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void noInvoices() {
        TestInvoices.forgetAll();
    }

    @Test
    void newDraft_saysWhatItsBaseSays() {
        var draft = drafts.find(staff, start()).orElseThrow();

        assertThat(draft.text())
                .isEqualTo(cards.find(staff, SHIPPED).orElseThrow().text());
        assertThat(draft.plan()).isEqualTo(plan);
    }

    @Test
    void planThatIsNoName_isRefused() {
        assertThatThrownBy(() -> drafts.start(staff, SHIPPED, "My Plan", "BDT"))
                .isInstanceOf(InvalidCardException.class)
                .hasMessageContaining("/plan");
        assertThatThrownBy(() -> drafts.start(staff, SHIPPED, plan, "taka"))
                .isInstanceOf(InvalidCardException.class)
                .hasMessageContaining("/currency");
    }

    @Test
    void invalidChange_isNotSaved() {
        var id = start();
        var before = drafts.find(staff, id).orElseThrow();

        assertThatThrownBy(() -> drafts.save(staff, id, 1, TestCards.text(TestCards.BASE.replace("100", "-1"))))
                .isInstanceOf(InvalidCardException.class)
                .hasMessageContaining("/charges/0/price/amount");

        assertThat(drafts.find(staff, id)).contains(before);
    }

    @Test
    void changeOfAnOldRevision_isRefused() {
        var id = start();
        drafts.save(staff, id, 1, TestCards.text(TestCards.BASE));

        assertThatThrownBy(() -> drafts.save(staff, id, 1, TestCards.text(TestCards.REQUESTS)))
                .isInstanceOf(CardRefusedException.class)
                .hasMessageContaining("Somebody else");
    }

    @Test
    void publishedDraft_isTheCardFromItsDay() {
        var id = start();
        drafts.save(staff, id, 1, TestCards.text(TestCards.BASE));
        drafts.publish(staff, id, 2, LocalDate.of(2026, 10, 1));

        var second = drafts.start(staff, key("2026-10-01"), plan, "BDT");
        drafts.save(staff, second, 1, TestCards.text(TestCards.BASE.replace("100.00", "120.00")));
        drafts.publish(staff, second, 2, NOVEMBER);

        assertThat(drafts.find(staff, id)).isEmpty();
        var versions = cards.all(staff).stream()
                .filter(card -> card.key().plan().equals(plan))
                .toList();
        assertThat(versions)
                .extracting(CardSummary::fixedFees)
                .containsExactly(Money.bdt("120.00"), Money.bdt("100.00"));
        assertThat(versions.getLast().validUntil()).isEqualTo(NOVEMBER);
        assertThat(cards.find(staff, key("2026-10-01")).orElseThrow().text()).isEqualTo(TestCards.text(TestCards.BASE));
    }

    @Test
    void secondCardFromTheSameDay_isRefused() {
        drafts.publish(staff, start(), 1, NOVEMBER);

        assertThatThrownBy(() -> drafts.publish(staff, start(), 1, NOVEMBER))
                .isInstanceOf(CardRefusedException.class)
                .hasMessageContaining("already");
    }

    @Test
    void monthWhoseInvoicesAreIssued_isClosed() {
        invoice("issued");

        assertThatThrownBy(() -> drafts.publish(staff, start(), 1, LocalDate.of(2026, 9, 15)))
                .isInstanceOf(CardRefusedException.class)
                .hasMessageContaining("The invoices of 2026-10 are settled");
        assertThat(drafts.publish(staff, start(), 1, LocalDate.of(2026, 10, 2)).plan())
                .isEqualTo(plan);
    }

    @Test
    void monthOfDrafts_isOpen() {
        invoice("draft");

        assertThat(drafts.publish(staff, start(), 1, LocalDate.of(2026, 10, 1)).plan())
                .isEqualTo(plan);
    }

    @Test
    void database_refusesWhatReachesBackOrChangesACard() {
        invoice("issued");
        drafts.publish(staff, start(), 1, NOVEMBER);

        POSTGRES.asSuperuser().useHandle(handle -> {
            for (var change : new String[] {
                "INSERT INTO rate_cards (plan, currency, valid_from, title, charges) VALUES ('%s', 'BDT',"
                        + " '2026-10-01', 'x', '[]')",
                "UPDATE rate_cards SET title = 'x' WHERE plan = '%s'",
                "DELETE FROM rate_cards WHERE plan = '%s'",
                "TRUNCATE rate_cards CASCADE"
            }) {
                assertThatThrownBy(() -> handle.execute(change.formatted(plan)))
                        .as(change)
                        .hasMessageMatching("(?s).*(never changes|settled).*");
            }
        });
    }

    @Test
    void openPreview_isComputedAgain() {
        var run = POSTGRES.asSuperuser()
                .withHandle(handle -> handle.createQuery(
                                "INSERT INTO invoice_runs (month) VALUES ('2026-10-01') RETURNING run_id")
                        .mapTo(UUID.class)
                        .one());
        POSTGRES.asSuperuser()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO invoice_run_tenants (tenant_id, run_id, state) VALUES ('cards-acorn', ?,"
                                + " 'drafted')",
                        run));

        drafts.publish(staff, start(), 1, LocalDate.of(2026, 10, 1));

        var state = POSTGRES.asSuperuser()
                .withHandle(handle -> handle.createQuery("SELECT state FROM invoice_run_tenants")
                        .mapTo(String.class)
                        .one());
        assertThat(state).isEqualTo("pending");
    }

    @Test
    void discardedDraft_isGone() {
        var id = start();

        drafts.discard(staff, id);

        assertThat(drafts.find(staff, id)).isEmpty();
    }

    private UUID start() {
        return drafts.start(staff, SHIPPED, plan, "BDT");
    }

    private CardKey key(String from) {
        return new CardKey(plan, Currency.BDT, LocalDate.parse(from));
    }

    /** An invoice for October with a line that the plan priced. */
    private void invoice(String status) {
        POSTGRES.asSuperuser().useTransaction(handle -> {
            handle.execute("SET LOCAL session_replication_role = replica");
            handle.execute(
                    "INSERT INTO invoices (tenant_id, invoice_id, kind, status, number, month, tenant_name,"
                            + " plan_title, time_zone, currency, bdt_rate, subtotal, discount, credit, tax, total) VALUES"
                            + " (?, '2026-10', 'invoice', ?, ?, '2026-10-01', 'Acorn', 'Plan', 'Asia/Dhaka', 'BDT', 1, 0,"
                            + " 0, 0, 0, 0)",
                    ACORN.value(),
                    status,
                    status.equals("draft") ? null : "INV-1");
            handle.execute(
                    "INSERT INTO invoice_lines (tenant_id, invoice_id, line, charge, title, kind, service_month, plan,"
                            + " unit, quantity, amount, discount, credit, tax, total, steps) VALUES (?, '2026-10', 1,"
                            + " 'base', 'Base', 'flat', '2026-10-01', ?, 'month', 1, 0, 0, 0, 0, 0, '')",
                    ACORN.value(),
                    plan);
        });
    }
}
