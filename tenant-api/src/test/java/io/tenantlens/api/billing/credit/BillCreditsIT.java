package io.tenantlens.api.billing.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.tenant.TenantId;
import org.junit.jupiter.api.Test;

class BillCreditsIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final TenantId ACORN = TestTenants.signUp("credit-acorn", "Asia/Dhaka");
    private static final TenantId BIRCH = TestTenants.signUp("credit-birch", "Asia/Dhaka");

    @Test
    void creditBookedTwice_isOneCredit() {
        var credit = credit(ACORN, "sla-2026-10", "150.00");

        assertThat(book(credit)).isTrue();
        assertThat(book(credit)).isFalse();
        assertThat(of(ACORN)).containsExactly(credit);
    }

    @Test
    void anotherAmountUnderTheSameKey_isRefused() {
        book(credit(BIRCH, "sla-2026-09", "150.00"));

        assertThatThrownBy(() -> book(credit(BIRCH, "sla-2026-09", "151.00")))
                .isInstanceOf(CreditKeyTakenException.class)
                .hasMessageContaining("150.00");
    }

    @Test
    void credit_isMoreThanZero() {
        assertThatThrownBy(() -> credit(ACORN, "none", "0.00")).hasMessageContaining("more than zero");
    }

    @Test
    void tenant_seesNoCreditOfAnother() {
        book(credit(BIRCH, "sla-2026-08", "10.00"));

        var seen = new TenantDatabase(POSTGRES.as("tenantlens_app"))
                .inTransaction(TestScopes.tenant(ACORN), handle -> new BillCredits(handle).of(BIRCH));

        assertThat(seen).isEmpty();
    }

    private static BillCredit credit(TenantId tenant, String key, String amount) {
        return new BillCredit(
                tenant,
                key,
                BillCredit.Kind.SLA,
                "SLA credit for October 2026",
                "99.2 % instead of 99.9 %",
                Money.bdt(amount));
    }

    private static boolean book(BillCredit credit) {
        return POSTGRES.as("tenantlens_staff").inTransaction(handle -> new BillCredits(handle).book(credit));
    }

    private static java.util.List<BillCredit> of(TenantId tenant) {
        return POSTGRES.as("tenantlens_staff").withHandle(handle -> new BillCredits(handle).of(tenant));
    }
}
