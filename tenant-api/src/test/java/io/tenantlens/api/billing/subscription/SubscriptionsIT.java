package io.tenantlens.api.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.billing.subscription.SubscriptionWish.Cancel;
import io.tenantlens.api.billing.subscription.SubscriptionWish.Pause;
import io.tenantlens.api.billing.subscription.SubscriptionWish.Reactivate;
import io.tenantlens.api.billing.subscription.SubscriptionWish.ToPlan;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Roles;
import io.tenantlens.api.testing.TestInvoices;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscriptionsIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final LocalDate OCTOBER_20 = LocalDate.of(2026, 10, 20);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-20T06:30:00Z"), ZoneOffset.UTC);

    private final StaffScope staff = TestScopes.staff(Area.TENANTS);
    private final Subscriptions subscriptions =
            new Subscriptions(new StaffDatabase(POSTGRES.as("tenantlens_staff")), new AuditTrail(), CLOCK);

    /** A history is only added to, so each test has a tenant of its own, on the plan starter since 1 October. */
    private final TenantId tenant =
            TestTenants.signUp("sub-" + UUID.randomUUID().toString().substring(0, 8), "Asia/Dhaka");

    @BeforeEach
    void noInvoices() {
        TestInvoices.forgetAll();
    }

    @Test
    void planWithHigherFees_isAnUpgradeAndBackADowngrade() {
        var up = subscriptions.change(staff, tenant, new ToPlan("growth", OCTOBER_20));
        var down = subscriptions.change(staff, tenant, new ToPlan("starter", NOVEMBER));

        assertThat(up).isEqualTo(change(OCTOBER_20, ChangeKind.UPGRADE, SubscriptionState.ACTIVE, "growth"));
        assertThat(down).isEqualTo(change(NOVEMBER, ChangeKind.DOWNGRADE, SubscriptionState.ACTIVE, "starter"));
        assertThat(subscriptions.history(staff, tenant).changes()).hasSize(3).contains(up, down);
    }

    @Test
    void register_followsOnTheDayOfTheChange() {
        subscriptions.change(staff, tenant, new ToPlan("growth", OCTOBER_20));
        assertThat(register()).isEqualTo("growth active");

        subscriptions.change(staff, tenant, new Cancel(NOVEMBER));
        assertThat(register()).isEqualTo("growth active");

        followAt("2026-10-31T17:59:00Z");
        assertThat(register()).isEqualTo("growth active");
        followAt("2026-10-31T18:00:00Z");
        assertThat(register()).isEqualTo("growth churned");
        assertThat(subscriptions.history(staff, tenant).changes()).hasSize(3);
    }

    @Test
    void pausedOrCancelledSubscription_goesOnWithItsPlan() {
        subscriptions.change(staff, tenant, new Pause(OCTOBER_20));
        subscriptions.change(staff, tenant, new Reactivate(OCTOBER_20.plusDays(2)));
        subscriptions.change(staff, tenant, new Cancel(NOVEMBER));
        var back = subscriptions.change(staff, tenant, new Reactivate(NOVEMBER.plusDays(5)));

        assertThat(back)
                .isEqualTo(change(NOVEMBER.plusDays(5), ChangeKind.REACTIVATE, SubscriptionState.ACTIVE, "starter"));
    }

    @Test
    void changeThatMakesNoSense_isRefused() {
        refused(new Reactivate(OCTOBER_20), "what", "is active");
        refused(new ToPlan("starter", OCTOBER_20), "plan", "is on starter already");
        refused(new ToPlan("no-such-plan", OCTOBER_20), "plan", "no rate card in BDT");
        refused(new Pause(LocalDate.of(2026, 9, 30)), "from", "choose that day or a later one");
        refused(new Pause(LocalDate.of(2028, 1, 1)), "from", "within a year");
        subscriptions.change(staff, tenant, new Cancel(OCTOBER_20));
        refused(new Cancel(OCTOBER_20), "what", "cancelled already");
        refused(new Pause(OCTOBER_20), "what", "Only an active");
        refused(new ToPlan("growth", OCTOBER_20), "what", "reactivate it first");

        assertThat(subscriptions.history(staff, tenant).changes()).hasSize(2);
    }

    @Test
    void monthThatWasInvoiced_isClosed() {
        POSTGRES.asSuperuser()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO invoices (tenant_id, invoice_id, kind, status, number, month, tenant_name,"
                                + " plan_title, time_zone, currency, bdt_rate, subtotal, discount, credit, tax, total)"
                                + " VALUES (?, '2026-10', 'invoice', 'issued', 'INV-1', '2026-10-01', 'A', 'P',"
                                + " 'Asia/Dhaka', 'BDT', 1, 0, 0, 0, 0, 0)",
                        tenant.value()));

        refused(new Pause(LocalDate.of(2026, 10, 31)), "from", "The invoice of 2026-10 is settled; choose 2026-11-01");
        assertThat(subscriptions.change(staff, tenant, new Pause(NOVEMBER)).kind())
                .isEqualTo(ChangeKind.PAUSE);
    }

    @Test
    void unknownTenant_isNotFound() {
        assertThatThrownBy(() -> subscriptions.change(staff, new TenantId("sub-nobody"), new Pause(OCTOBER_20)))
                .isInstanceOf(NotFoundException.class);
    }

    private void refused(SubscriptionWish wish, String field, String reason) {
        assertThatThrownBy(() -> subscriptions.change(staff, tenant, wish))
                .isInstanceOfSatisfying(
                        SubscriptionRefusedException.class,
                        refused -> assertThat(refused.field()).isEqualTo(field))
                .hasMessageContaining(reason);
    }

    private void followAt(String now) {
        var clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        new RegisterFollows(new WorkerDatabase(POSTGRES.as("tenantlens_worker")), new Roles(Set.of("worker")), clock)
                .follow();
    }

    private String register() {
        return POSTGRES.asSuperuser()
                .withHandle(handle -> handle.createQuery(
                                "SELECT plan || ' ' || status FROM tenants WHERE tenant_id = :tenant")
                        .bind("tenant", tenant.value())
                        .mapTo(String.class)
                        .one());
    }

    private static SubscriptionChange change(LocalDate on, ChangeKind kind, SubscriptionState state, String plan) {
        return new SubscriptionChange(on, kind, state, plan);
    }
}
