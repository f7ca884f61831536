package io.tenantlens.sla.month;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.billing.credit.BillCredit;
import io.tenantlens.api.billing.credit.BillCredits;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.histogram.ClassicHistogram;
import io.tenantlens.api.instance.Roles;
import io.tenantlens.api.problem.FieldError;
import io.tenantlens.api.series.Shards;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.sla.claim.CreditClaim;
import io.tenantlens.sla.claim.CreditClaim.Status;
import io.tenantlens.sla.claim.CreditClaims;
import io.tenantlens.sla.reading.SlaReadings;
import io.tenantlens.sla.reading.SlaStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Years ahead of all other tests, so that no tenant of theirs is in the way. */
class MonthCloserIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final YearMonth OCTOBER = YearMonth.of(2028, 10);
    private static final SlaStore STORE = new SlaStore(POSTGRES.as("tenantlens_worker"));
    private static final Instant DHAKA_MIDNIGHT = Instant.parse("2028-10-31T18:00:00Z");
    private static final Instant CLOSED = DHAKA_MIDNIGHT.plus(Duration.ofHours(7));

    /** Settings without a configuration to read them from. */
    private record Closing(Duration after, int catchUpMonths, Duration checkEvery) implements ClosingConfig {}

    @BeforeAll
    static void partitions() {
        STORE.ensureMonth(OCTOBER);
        folded(DHAKA_MIDNIGHT.plus(Duration.ofDays(3)));
    }

    @Test
    void month_isFrozenOnceWithTheChecksumOfItsInputs() throws Exception {
        var tenant = signUp("close-acorn", "Asia/Dhaka");
        STORE.requests(tenant, OCTOBER.atDay(5), "/cart", "500", 2);
        STORE.requests(tenant, OCTOBER.atDay(5), "/cart", "200", 998);

        try (var instances = Executors.newFixedThreadPool(2)) {
            for (var done : instances.invokeAll(
                    List.of(() -> closer(CLOSED).close(), () -> closer(CLOSED).close()))) {
                done.get();
            }
        }
        closer(CLOSED).close();

        assertThat(revisions(tenant)).singleElement().satisfies(frozen -> {
            assertThat(frozen.counted().bad()).isEqualByComparingTo("2");
            assertThat(frozen.kept()).isFalse();
            assertThat(frozen.checksum()).hasSize(64);
            assertThat(frozen.changes()).isEmpty();
        });
    }

    @Test
    void month_staysOpenUntilItIsOverWhereTheTenantIs() {
        var west = signUp("close-west", "America/Los_Angeles");
        var kathmandu = signUp("close-kathmandu", "Asia/Kathmandu");

        closer(CLOSED).close();

        assertThat(revisions(west)).isEmpty();
        assertThat(revisions(kathmandu)).hasSize(1);
    }

    @Test
    void month_staysOpenUntilItIsFolded() {
        var tenant = signUp("close-behind", "Asia/Dhaka");
        folded(DHAKA_MIDNIGHT.minusSeconds(1));

        closer(CLOSED).close();
        assertThat(revisions(tenant)).isEmpty();

        folded(DHAKA_MIDNIGHT.plus(Duration.ofDays(3)));
        closer(CLOSED).close();
        assertThat(revisions(tenant)).hasSize(1);
    }

    @Test
    void laterChange_isARevisionThatSaysWhatChanged() {
        var tenant = signUp("close-late", "Asia/Dhaka");
        STORE.requests(tenant, OCTOBER.atDay(5), "/cart", "200", 1000);
        closer(CLOSED).close();
        STORE.requests(tenant, OCTOBER.atDay(5), "/cart", "500", 100);

        closer(CLOSED.plus(Duration.ofMinutes(15))).check();
        closer(CLOSED.plus(Duration.ofHours(50))).check();

        assertThat(revisions(tenant)).hasSize(2);
        assertThat(revisions(tenant).getLast().changes())
                .contains("requests 2028-10-05: 1000 good of 1100, was 1000 good of 1000");
        assertThat(claim(tenant).status()).isEqualTo(Status.PROPOSED);
        assertThat(claim(tenant).revision()).isEqualTo(2);
    }

    @Test
    void laterLatency_isFoundWhenTheMonthIsLookedAtAgain() {
        var tenant = signUp("close-slow", "Asia/Dhaka");
        STORE.requests(tenant, OCTOBER.atDay(5), "/cart", "200", 1000);
        closer(CLOSED).close();
        STORE.latency(
                tenant,
                OCTOBER.atDay(5),
                "/cart",
                ClassicHistogram.of(new double[] {1, Double.POSITIVE_INFINITY}, new double[] {990, 10}, 500));

        closer(CLOSED.plus(Duration.ofHours(23))).check();
        assertThat(revisions(tenant)).hasSize(1);
        closer(CLOSED.plus(Duration.ofHours(25))).check();

        assertThat(revisions(tenant)).hasSize(2);
        assertThat(revisions(tenant).getLast().changes())
                .singleElement()
                .asString()
                .contains("latency /cart: new");
    }

    @Test
    void monthWithoutData_isFrozenAsSuch() {
        var tenant = signUp("close-silent", "Asia/Dhaka");

        closer(CLOSED).close();

        assertThat(revisions(tenant)).singleElement().satisfies(frozen -> {
            assertThat(frozen.kept()).isNull();
            assertThat(frozen.creditPercent()).isNull();
        });
        assertThat(claims().of(TestScopes.tenant(tenant), OCTOBER)).isEmpty();
    }

    @Test
    void approvedClaim_isBookedOnceForTheNextBill() {
        var tenant = missed("close-approved");

        assertThat(claims().approve(TestScopes.staff(), tenant, OCTOBER, "12000.05", "as agreed"))
                .isEmpty();
        assertThat(claims().approve(TestScopes.staff(), tenant, OCTOBER, "99999", ""))
                .extracting(FieldError::pointer)
                .containsExactly("/claim");

        assertThat(claim(tenant).amount()).isEqualTo(Money.bdt("1200.01"));
        assertThat(booked(tenant)).singleElement().satisfies(credit -> {
            assertThat(credit.key()).isEqualTo("sla:2028-10");
            assertThat(credit.amount()).isEqualTo(Money.bdt("1200.01"));
            assertThat(credit.evidence()).contains("99.8").contains("99.9");
        });
    }

    @Test
    void revisionAfterTheDecision_isShownAndChangesNothing() {
        var tenant = missed("close-decided");
        claims().approve(TestScopes.staff(), tenant, OCTOBER, "1000", "");
        STORE.requests(tenant, OCTOBER.atDay(6), "/cart", "500", 500);

        closer(CLOSED.plus(Duration.ofHours(25))).check();

        assertThat(claim(tenant).revisedSince()).isTrue();
        assertThat(claim(tenant).amount()).isEqualTo(Money.bdt("100.00"));
        assertThat(booked(tenant)).hasSize(1);
    }

    @Test
    void decisionThatIsIncomplete_isRefused() {
        var tenant = missed("close-refused");

        assertThat(claims().decline(TestScopes.staff(), tenant, OCTOBER, " "))
                .extracting(FieldError::pointer)
                .containsExactly("/note");
        assertThat(claims().approve(TestScopes.staff(), tenant, OCTOBER, "12.345", ""))
                .extracting(FieldError::pointer)
                .containsExactly("/bill");
        assertThat(claim(tenant).status()).isEqualTo(Status.PROPOSED);
        assertThat(claims().decline(TestScopes.staff(), tenant, OCTOBER, "their own fault"))
                .isEmpty();
        assertThat(claim(tenant).status()).isEqualTo(Status.DECLINED);
        assertThat(booked(tenant)).isEmpty();
    }

    @Test
    void yearsCredits_stopAtTheirCap() {
        var tenant = missed("close-capped", "5");

        claims().approve(TestScopes.staff(), tenant, OCTOBER, "1000", "");

        assertThat(claim(tenant).amount()).isEqualTo(Money.bdt("50.00"));
    }

    @Test
    void anotherTenant_seesNeitherMonthNorClaim() {
        var tenant = missed("close-private");
        var stranger = TestScopes.tenant(signUp("close-stranger", "Asia/Dhaka"));

        assertThat(claims().of(stranger, OCTOBER)).isEmpty();
        assertThat(months().revisions(stranger, OCTOBER))
                .noneSatisfy(frozen -> assertThat(frozen.tenant()).isEqualTo(tenant));
    }

    @Test
    void inputs_ofVeryManyChanges_listTheFirst() {
        var many = new TreeMap<String, String>();
        IntStream.range(0, 100).forEach(i -> many.put("n" + i, "x"));

        assertThat(new MonthInputs(new TreeMap<>(Map.of("g", many))).changesSince(new MonthInputs(new TreeMap<>())))
                .hasSize(41)
                .endsWith("and 60 more");
    }

    private static TenantId missed(String name) {
        return missed(name, "100");
    }

    /** 99.8 % of 99.9 % promised, worth a tenth. */
    private static TenantId missed(String name, String yearCap) {
        var tenant = signUp(name, "Asia/Dhaka");
        POSTGRES.as("tenantlens_staff").useHandle(handle -> handle.execute("""
            INSERT INTO tenant_objectives (tenant_id, valid_from, availability_percent, latency_seconds, latency_percent,
                                           credit_below, credit_percents, credit_year_cap_percent)
            VALUES (?, '2028-01-01', 99.9, 1, 95, '{99.9}', '{10}', ?::numeric)\
            """, name, yearCap));
        STORE.requests(tenant, OCTOBER.atDay(5), "/cart", "500", 2);
        STORE.requests(tenant, OCTOBER.atDay(5), "/cart", "200", 998);
        closer(CLOSED).close();
        return tenant;
    }

    private static TenantId signUp(String name, String zone) {
        POSTGRES.as("tenantlens_staff")
                .useHandle(handle -> handle.execute(
                        "INSERT INTO tenants (tenant_id, name, tier, hosting, plan, signed_up_on, time_zone)"
                                + " VALUES (?, ?, 'growth', 'shared', 'growth', '2028-01-01', ?)",
                        name,
                        name,
                        zone));
        return new TenantId(name);
    }

    private static void folded(Instant until) {
        POSTGRES.as("tenantlens_worker").useHandle(handle -> {
            for (int shard = 0; shard < 4; shard++) {
                handle.execute(
                        "INSERT INTO fold_progress (shard, folded_at) VALUES (?, ?)"
                                + " ON CONFLICT (shard) DO UPDATE SET folded_at = excluded.folded_at",
                        shard,
                        until.atOffset(ZoneOffset.UTC));
            }
        });
    }

    private static MonthCloser closer(Instant now) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var shards = new Shards(4);
        return new MonthCloser(
                new WorkerDatabase(POSTGRES.as("tenantlens_worker")),
                new SlaReadings(new TenantDatabase(POSTGRES.as("tenantlens_app")), shards, clock),
                shards,
                new Closing(Duration.ofHours(6), 1, Duration.ofHours(24)),
                new Roles(Set.of("worker")),
                clock);
    }

    private static List<FrozenMonth> revisions(TenantId tenant) {
        return months().revisions(TestScopes.tenant(tenant), OCTOBER);
    }

    private static FrozenMonths months() {
        return new FrozenMonths(
                new TenantDatabase(POSTGRES.as("tenantlens_app")), new StaffDatabase(POSTGRES.as("tenantlens_staff")));
    }

    private static CreditClaims claims() {
        return new CreditClaims(
                new StaffDatabase(POSTGRES.as("tenantlens_staff")),
                new TenantDatabase(POSTGRES.as("tenantlens_app")),
                new AuditTrail(),
                Clock.fixed(CLOSED, ZoneOffset.UTC));
    }

    private static CreditClaim claim(TenantId tenant) {
        return claims().of(TestScopes.tenant(tenant), OCTOBER).orElseThrow();
    }

    private static List<BillCredit> booked(TenantId tenant) {
        return POSTGRES.as("tenantlens_staff").withHandle(handle -> new BillCredits(handle).of(tenant));
    }
}
