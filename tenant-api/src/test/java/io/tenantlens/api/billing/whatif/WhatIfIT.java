package io.tenantlens.api.billing.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.billing.card.CardKey;
import io.tenantlens.api.billing.card.CardText;
import io.tenantlens.api.billing.card.RateCards;
import io.tenantlens.api.billing.card.TestCards;
import io.tenantlens.api.billing.run.TestUsage;
import io.tenantlens.api.billing.whatif.WhatIfAnswer.Amounts;
import io.tenantlens.api.billing.whatif.WhatIfAnswer.OfTenant;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.tenant.TenantId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhatIfIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate OCTOBER_3 = LocalDate.of(2026, 10, 3);
    private static final CardKey STARTER = new CardKey("starter", Currency.BDT, LocalDate.of(2025, 1, 1));
    private static final TenantId ACORN = TestTenants.signUp("whatif-acorn", "Asia/Dhaka");
    private static final TenantId BIRCH = TestTenants.signUp("whatif-birch", "Europe/Berlin");

    private final StaffScope staff = TestScopes.staff(Area.BILLING);
    private final StaffDatabase database = new StaffDatabase(POSTGRES.as("tenantlens_staff"));
    private final WhatIf whatIf = new WhatIf(database, Clock.systemUTC());

    @BeforeEach
    void use() {
        TestUsage.forget("whatif-%");
        TestUsage.use(ACORN, "sms", OCTOBER_3, "1000");
        TestUsage.use(ACORN, "emails", OCTOBER_3, "2000");
        TestUsage.use(ACORN, "sms", LocalDate.of(2026, 11, 1), "5000");
        TestUsage.use(BIRCH, "sms", OCTOBER_3, "10");
    }

    @Test
    void otherPrices_areRatedOverTheSameUsage() {
        var answer = ask("starter", fee("100.00"), charge("sms", "sms", "0.50"));

        // Now 1,500 + 1,000 × 0.35 + 2 × 45; then 100 + 1,000 × 0.50.
        assertThat(of(answer, ACORN)).isEqualTo(new Amounts(Money.bdt("1940.00"), Money.bdt("600.00")));
        assertThat(of(answer, BIRCH)).isEqualTo(new Amounts(Money.bdt("1503.50"), Money.bdt("105.00")));
    }

    @Test
    void chargeThatCountsSomethingElse_isAskedForAnew() {
        var answer = ask("starter", charge("sms", "emails", "1.00"));

        assertThat(of(answer, ACORN).then()).isEqualTo(Money.bdt("2000.00"));
    }

    @Test
    void sameCard_changesNothing() {
        var text = new RateCards(database).find(staff, STARTER).orElseThrow().text();

        var answer = whatIf.answer(staff, new WhatIfQuestion(OCTOBER, STARTER, text, "starter"));

        assertThat(answer.tenants())
                .extracting(tenant -> tenant.amounts().difference())
                .containsOnly(Money.bdt("0.00"));
    }

    @Test
    void sums_areThoseOfTheTenantsAndOfTheCharges() {
        var answer = ask(null, fee("100.00"), charge("sms", "sms", "0.333"));

        var now = Money.sum(
                answer.tenants().stream().map(tenant -> tenant.amounts().now()).toList(), Currency.BDT);
        var then = Money.sum(
                answer.tenants().stream().map(tenant -> tenant.amounts().then()).toList(), Currency.BDT);
        assertThat(answer.total()).isEqualTo(new Amounts(now, then));
        assertThat(Money.sum(
                        answer.byCharge().values().stream().map(Amounts::now).toList(), Currency.BDT))
                .isEqualTo(now);
        assertThat(Money.sum(
                        answer.byCharge().values().stream().map(Amounts::then).toList(), Currency.BDT))
                .isEqualTo(then);
    }

    @Test
    void tenantsOnOtherPlans_areLeftAloneUnlessAllAreAskedFor() {
        assertThat(find(ask("enterprise", fee("1.00")), ACORN)).isEmpty();
        assertThat(find(ask(null, fee("1.00")), ACORN)).isPresent();
    }

    @Test
    void fixedFeeOfAPartOfTheMonth_isCutAsTheCardSays() {
        var cedar = TestTenants.signUp("whatif-cedar", "Asia/Dhaka");
        POSTGRES.as("tenantlens_staff").useHandle(handle -> {
            handle.execute("INSERT INTO subscription_changes (tenant_id, effective_on, kind, state, plan)"
                    + " VALUES ('whatif-cedar', '2026-10-11', 'pause', 'paused', 'starter')");
        });

        var answer = ask("starter", fee("310.00"));

        assertThat(of(answer, cedar).then()).isEqualTo(Money.bdt("100.00"));
    }

    private WhatIfAnswer ask(@Nullable String plan, String... charges) {
        var text = new CardText(
                "Try", TestCards.json("[" + String.join(",", charges) + "]"), TestCards.json("[]"), "actual");
        return whatIf.answer(staff, new WhatIfQuestion(OCTOBER, STARTER, text, plan));
    }

    private static Amounts of(WhatIfAnswer answer, TenantId tenant) {
        return find(answer, tenant).orElseThrow().amounts();
    }

    private static Optional<OfTenant> find(WhatIfAnswer answer, TenantId tenant) {
        return answer.tenants().stream()
                .filter(one -> one.tenant().equals(tenant))
                .findFirst();
    }

    private static String fee(String amount) {
        return "{'id':'base','title':'Fee','unit':'month','price':{'model':'flat','amount':'" + amount + "'}}";
    }

    private static String charge(String id, String meter, String price) {
        return "{'id':'%s','title':'X','unit':'x','meter':'%s','price':{'model':'unit','unit':'%s'}}"
                .formatted(id, meter, price);
    }
}
