package io.tenantlens.sla.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.histogram.ClassicHistogram;
import io.tenantlens.api.series.Shards;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.sla.indicator.Availability;
import io.tenantlens.sla.objective.Target;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SlaReadingsIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final TenantId ACORN = new TenantId("sla-acorn");
    private static final TenantId BIRCH = new TenantId("sla-birch");
    private static final TenantId CEDAR = new TenantId("sla-cedar");
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate FIRST = OCTOBER.atDay(1);
    private static final ZoneId DHAKA = ZoneId.of("Asia/Dhaka");
    private static final Instant NOW = FIRST.atTime(12, 30).atZone(DHAKA).toInstant();

    private static final TenantDatabase DATABASE = new TenantDatabase(POSTGRES.as("tenantlens_app"));

    private final SlaReadings readings = new SlaReadings(DATABASE, new Shards(4), Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeAll
    static void store() {
        for (var tenant : new TenantId[] {ACORN, BIRCH, CEDAR}) {
            POSTGRES.as("tenantlens_staff")
                    .useHandle(handle -> handle.execute(
                            "INSERT INTO tenants (tenant_id, name, tier, hosting, plan, signed_up_on)"
                                    + " VALUES (?, 'Shop', 'growth', 'shared', 'growth', '2026-01-01')",
                            tenant.value()));
        }
        var store = new SlaStore(POSTGRES.as("tenantlens_worker"));
        store.ensureMonth(OCTOBER);
        store.requests(ACORN, FIRST, "/cart", "200", 990);
        store.requests(ACORN, FIRST, "/cart", "503", 1);
        store.requests(ACORN, FIRST, "/pay", "404", 9);
        store.requests(ACORN, FIRST.plusDays(1), "/pay", "500", 2);
        store.requests(ACORN, FIRST.plusDays(1), "/pay", "200", 998);
        store.requestsInHour(ACORN, hour(11), "200", 90);
        store.requestsInHour(ACORN, hour(11), "500", 10);
        store.requestsInHour(ACORN, hour(3), "200", 900);
        store.latency(ACORN, FIRST, "/cart", histogram(1000, 0, 0, 0));
        store.latency(ACORN, FIRST.plusDays(1), "/pay", histogram(0, 0, 10, 0));
    }

    @Test
    void month_countsServerErrorsAgainstAllRequests() {
        var reading = readings.month(TestScopes.tenant(ACORN), OCTOBER);

        assertThat(reading.availability().percent()).contains(new BigDecimal("99.850000000000"));
        assertThat(reading.budget().total()).isEqualByComparingTo("2");
        assertThat(reading.budget().remaining()).isEqualByComparingTo("-1");
        assertThat(reading.creditPercent().orElseThrow()).isEqualByComparingTo("10");
        assertThat(reading.asOf()).isEqualTo(NOW);
    }

    @Test
    void month_burnDownNeverRises() {
        var burnDown = readings.month(TestScopes.tenant(ACORN), OCTOBER).burnDown();

        assertThat(burnDown.get(FIRST)).isEqualByComparingTo("0.5");
        assertThat(burnDown.get(FIRST.plusDays(1))).isEqualByComparingTo("-0.5");
    }

    @Test
    void month_burnsByTheRequestsOfTheLastHours() {
        var reading = readings.month(TestScopes.tenant(ACORN), OCTOBER);

        assertThat(reading.burns())
                .hasEntrySatisfying(
                        Duration.ofHours(1),
                        burn -> assertThat(burn.rate().value().orElseThrow()).isEqualByComparingTo("100"))
                .hasEntrySatisfying(
                        Duration.ofDays(1),
                        burn -> assertThat(burn.rate().value().orElseThrow()).isEqualByComparingTo("10"));
        assertThat(reading.exhaustedAt()).contains(NOW);
    }

    @Test
    void month_mergesDistributionsAndNeverAverages() {
        var reading = readings.month(TestScopes.tenant(ACORN), OCTOBER);

        assertThat(reading.latency().observations()).isEqualTo(1010);
        assertThat(reading.latency().percentile(0.95).value()).isCloseTo(0.09595, within(1e-9));
        assertThat(reading.endpoints())
                .hasEntrySatisfying(
                        "/pay", pay -> assertThat(pay.percentile(0.5).value()).isCloseTo(1.5, within(1e-9)));
        assertThat(reading.latencyByDay()).containsOnlyKeys(FIRST, FIRST.plusDays(1));
        assertThat(reading.latencyKept()).contains(true);
    }

    @Test
    void month_withoutData_saysSo() {
        var reading = readings.month(TestScopes.tenant(BIRCH), OCTOBER);

        assertThat(reading.availability().percent()).isEmpty();
        assertThat(reading.creditPercent()).isEmpty();
        assertThat(reading.latency().percentile(0.5).value()).isNaN();
        assertThat(reading.latencyKept()).isEmpty();
        assertThat(reading.burns()).isEmpty();
        assertThat(reading.exhaustedAt()).isEmpty();
        assertThat(reading.burnDown()).isEmpty();
    }

    @Test
    void promise_ofTheTenantStandsInsteadOfItsTier() {
        POSTGRES.as("tenantlens_staff").useHandle(handle -> handle.execute("""
                        INSERT INTO tenant_objectives (tenant_id, valid_from, valid_until, availability_percent, counting,
                                                       latency_seconds, latency_percent)
                        VALUES (?, '2026-11-01', '2026-12-01', 99, 'timeslices', 1, 90)""", ACORN.value()));
        var scope = TestScopes.tenant(ACORN);

        assertThat(readings.month(scope, OCTOBER).promise().objective().availability())
                .isEqualTo(Target.of("99.9"));
        assertThat(readings.month(scope, OCTOBER.plusMonths(1))
                        .promise()
                        .objective()
                        .availability())
                .isEqualTo(Target.of("99"));
        assertThat(readings.month(scope, OCTOBER.plusMonths(2))
                        .promise()
                        .objective()
                        .availability())
                .isEqualTo(Target.of("99.9"));
    }

    @Test
    void month_leavesOutHoursOfAnnouncedMaintenance() {
        var november = LocalDate.of(2026, 11, 2).atStartOfDay(DHAKA).toInstant();
        var store = new SlaStore(POSTGRES.as("tenantlens_worker"));
        store.ensureMonth(OCTOBER.plusMonths(1));
        store.requests(CEDAR, LocalDate.of(2026, 11, 2), "/cart", "200", 900);
        store.requests(CEDAR, LocalDate.of(2026, 11, 2), "/cart", "503", 100);
        store.requestsInHour(CEDAR, november, "200", 900);
        store.requestsInHour(CEDAR, november.plus(Duration.ofHours(1)), "503", 100);
        POSTGRES.as("tenantlens_staff").useHandle(handle -> handle.execute("""
                        INSERT INTO maintenance_windows (tenant_id, title, announced_at, starts_at, ends_at)
                        VALUES ('_platform', 'New database', '2026-10-20', ?, ?)""", at(november, 60), at(november, 90)));

        var reading = readings.month(TestScopes.tenant(CEDAR), OCTOBER.plusMonths(1));

        assertThat(reading.availability()).isEqualTo(new Availability(new BigDecimal("900"), new BigDecimal("900")));
        assertThat(reading.maintenance()).extracting(Maintenance::title).containsExactly("New database");
    }

    private static OffsetDateTime at(Instant start, int minutes) {
        return start.plus(Duration.ofMinutes(minutes)).atOffset(ZoneOffset.UTC);
    }

    @Test
    void standings_rankTheLeastBudgetFirst_andAgreeWithTheTenantsPage() {
        var days = new DateRange(FIRST, FIRST.plusMonths(1));
        var standings = new SlaStandings(
                        new StaffDatabase(POSTGRES.as("tenantlens_staff")), Clock.fixed(NOW, ZoneOffset.UTC))
                .over(TestScopes.staff(), days);

        assertThat(standings).extracting(Standing::tenant).containsSubsequence(ACORN, BIRCH, CEDAR);
        assertThat(standings)
                .filteredOn(standing -> standing.tenant().equals(ACORN))
                .allSatisfy(standing -> assertThat(standing.budget())
                        .isEqualTo(readings.over(TestScopes.tenant(ACORN), days).budget()));
    }

    @Test
    void month_ofAnotherTenant_countsNothingOfThisOne() {
        assertThat(readings.month(TestScopes.tenant(BIRCH), OCTOBER).availability())
                .isEqualTo(Availability.NO_DATA);
    }

    private static Instant hour(int hour) {
        return FIRST.atTime(hour, 0).atZone(DHAKA).toInstant();
    }

    private static ClassicHistogram histogram(double... counts) {
        return ClassicHistogram.of(new double[] {0.1, 1, 2, Double.POSITIVE_INFINITY}, counts, 1);
    }
}
