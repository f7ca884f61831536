package io.tenantlens.api.billing.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.billing.unbilled.Cause;
import io.tenantlens.api.billing.unbilled.UnbilledDetector;
import io.tenantlens.api.billing.unbilled.UnbilledQueries;
import io.tenantlens.api.billing.unbilled.UnbilledUsage;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Roles;
import io.tenantlens.api.testing.TestConfigs;
import io.tenantlens.api.testing.TestInvoices;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnbilledDetectorIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate OCTOBER_3 = LocalDate.of(2026, 10, 3);
    private static final TenantId ACORN = TestTenants.signUp("unbilled-acorn", "Asia/Dhaka");
    private static final TenantId BIRCH = TestTenants.signUp("unbilled-birch", "Asia/Dhaka");

    private final MonthEnd november = new MonthEnd("2026-11-02T00:00:00Z");
    private final UnbilledDetector detector = new UnbilledDetector(
            new WorkerDatabase(POSTGRES.as("tenantlens_worker")),
            TestConfigs.with(BillingSettings.class, Map.of("tenantlens.billing.chunk", "3")),
            new Roles(Set.of("worker")),
            Clock.fixed(Instant.parse("2026-11-10T00:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void startEmpty() {
        TestInvoices.forgetAll();
        TestUsage.forget("unbilled-%");
        POSTGRES.asSuperuser().useHandle(handle -> {
            handle.execute("DELETE FROM subscription_changes WHERE tenant_id LIKE 'unbilled-%' AND kind <> 'start'");
            handle.execute("UPDATE tenants SET currency = 'BDT' WHERE tenant_id LIKE 'unbilled-%'");
        });
    }

    @Test
    void usageThatARunWillBill_isNotFound() {
        TestUsage.use(ACORN, "sms", OCTOBER_3, "100");

        assertThat(found()).isEmpty();
    }

    @Test
    void usageAfterCancel_hasNoSubscription() {
        change(ACORN, "2026-10-01", "cancel", "cancelled");
        TestUsage.use(ACORN, "sms", OCTOBER_3, "100");

        assertThat(found()).singleElement().satisfies(usage -> {
            assertThat(usage.tenant()).isEqualTo(ACORN);
            assertThat(usage.month()).isEqualTo(OCTOBER);
            assertThat(usage.cause()).isEqualTo(Cause.NO_SUBSCRIPTION);
            assertThat(usage.quantity()).isEqualByComparingTo("100");
        });
    }

    @Test
    void usageWhoseDimensionsNoChargeCounts_doesNotMatch() {
        TestUsage.use(ACORN, "bandwidth", OCTOBER_3, "5000"); // without the direction that the card counts

        assertThat(found())
                .singleElement()
                .satisfies(usage -> assertThat(usage.cause()).isEqualTo(Cause.NO_MATCH));
    }

    @Test
    void usageUnderACurrencyWithoutCard_hasNoCharge() {
        POSTGRES.asSuperuser()
                .useHandle(handle ->
                        handle.execute("UPDATE tenants SET currency = 'JPY' WHERE tenant_id = 'unbilled-birch'"));
        TestUsage.use(BIRCH, "sms", OCTOBER_3, "100");

        assertThat(found())
                .singleElement()
                .satisfies(usage -> assertThat(usage.cause()).isEqualTo(Cause.NO_CHARGE));
    }

    @Test
    void tenantThatFailedInAnIssuedRun_isNotInvoiced() {
        POSTGRES.asSuperuser()
                .useHandle(handle ->
                        handle.execute("UPDATE tenants SET currency = 'JPY' WHERE tenant_id = 'unbilled-birch'"));
        TestUsage.use(BIRCH, "sms", OCTOBER_3, "100");
        november.issue(OCTOBER);

        assertThat(found())
                .singleElement()
                .satisfies(usage -> assertThat(usage.cause()).isEqualTo(Cause.NOT_INVOICED));
    }

    @Test
    void lateUsage_isFoundUntilARunCorrectsIt() {
        TestUsage.use(ACORN, "sms", OCTOBER_3, "100");
        november.issue(OCTOBER);
        TestUsage.use(ACORN, "sms", OCTOBER_3, "40");

        assertThat(found()).singleElement().satisfies(usage -> {
            assertThat(usage.cause()).isEqualTo(Cause.LATE);
            assertThat(usage.quantity()).isEqualByComparingTo("40");
            assertThat(usage.amount()).isEqualTo(Money.bdt("14.00"));
        });

        new MonthEnd("2026-12-02T00:00:00Z").issue(OCTOBER.plusMonths(1));
        assertThat(found()).isEmpty();
    }

    @Test
    void nextRound_replacesWhatWasFound() {
        TestUsage.use(ACORN, "bandwidth", OCTOBER_3, "5000");
        assertThat(found()).hasSize(1);
        TestUsage.forget("unbilled-%");

        assertThat(found()).isEmpty();
    }

    private List<UnbilledUsage> found() {
        detector.detect();
        return new UnbilledQueries(new StaffDatabase(POSTGRES.as("tenantlens_staff")))
                .latest(TestScopes.staff(), 1_000).found().stream()
                        .filter(usage -> usage.tenant().value().startsWith("unbilled-"))
                        .toList();
    }

    private static void change(TenantId tenant, String on, String kind, String state) {
        POSTGRES.as("tenantlens_staff")
                .useHandle(handle -> handle.execute(
                        "INSERT INTO subscription_changes (tenant_id, effective_on, kind, state, plan)"
                                + " VALUES (?, ?::date, ?, ?, 'starter')",
                        tenant.value(),
                        on,
                        kind,
                        state));
    }
}
