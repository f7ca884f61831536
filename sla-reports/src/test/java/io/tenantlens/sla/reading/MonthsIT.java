package io.tenantlens.sla.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.series.Shards;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.sla.indicator.Availability;
import io.tenantlens.sla.objective.BudgetWindow;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Months that are not like the others. Each test has a tenant of its own. */
class MonthsIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate FIRST = OCTOBER.atDay(1);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant AFTERWARDS = Instant.parse("2026-11-02T00:00:00Z");
    private static final SlaStore STORE = new SlaStore(POSTGRES.as("tenantlens_worker"));
    private static final Clock CLOCK = Clock.fixed(AFTERWARDS, ZoneOffset.UTC);

    private final SlaReadings readings =
            new SlaReadings(new TenantDatabase(POSTGRES.as("tenantlens_app")), new Shards(4), CLOCK);

    @BeforeAll
    static void partitions() {
        STORE.ensureMonth(OCTOBER.minusMonths(1));
        STORE.ensureMonth(OCTOBER);
        STORE.ensureMonth(OCTOBER.plusMonths(1));
    }

    @Test
    void monthWithTheHourThatComesTwice_has745Slices() {
        var tenant = TestTenants.signUp("month-dst", "Europe/Berlin");
        agree(tenant, "'timeslices', NULL, 99.5");
        var start = FIRST.atStartOfDay(BERLIN).toInstant();
        var end = FIRST.plusMonths(1).atStartOfDay(BERLIN).toInstant();
        POSTGRES.as("tenantlens_worker")
                .useHandle(handle -> handle.execute("""
                INSERT INTO usage_hour (tenant_id, meter, hour_start, dimensions, quantity)
                SELECT ?, 'requests', hour, '{"status": "200"}', 10
                FROM generate_series(?::timestamptz, ?::timestamptz, interval '1 hour') AS hour""", tenant.value(), at(start), at(end.minusSeconds(1))));

        var reading = readings.month(TestScopes.tenant(tenant), OCTOBER);

        assertThat(reading.availability().total()).isEqualByComparingTo("745");
        assertThat(reading.availability().bad()).isZero();
        assertThat(reading.asOf()).isEqualTo(end);
    }

    @Test
    void maintenanceInTheHourThatComesTwice_leavesOutBothOrOne() {
        var tenant = TestTenants.signUp("month-dst-work", "Europe/Berlin");
        var day = LocalDate.of(2026, 10, 25);
        var twice = day.atTime(2, 0).atZone(BERLIN).toInstant();
        STORE.requests(tenant, day, "/cart", "200", 80);
        STORE.requests(tenant, day, "/cart", "500", 20);
        STORE.requestsInHour(tenant, twice, "500", 20);
        STORE.requestsInHour(tenant, twice.plus(Duration.ofHours(1)), "200", 80);
        maintain(tenant, twice, twice.plus(Duration.ofMinutes(30)));

        assertThat(readings.month(TestScopes.tenant(tenant), OCTOBER).availability())
                .isEqualTo(counted(80, 80));
    }

    @Test
    void monthWithoutTraffic_hasNoDataAndOwesNothing() {
        var reading = readings.month(TestScopes.tenant(TestTenants.signUp("month-silent", "Asia/Dhaka")), OCTOBER);

        assertThat(reading.availability().percent()).isEmpty();
        assertThat(reading.creditPercent()).isEmpty();
        assertThat(reading.budget().remainingShare()).isEmpty();
        assertThat(reading.signals().probes().percent()).isEmpty();
        assertThat(reading.signals().stale(AFTERWARDS)).isFalse();
    }

    @Test
    void monthWithNothingButMaintenance_hasNoData() {
        var tenant = TestTenants.signUp("month-maintained", "Asia/Dhaka");
        var hour = Instant.parse("2026-10-05T03:00:00Z");
        STORE.requests(tenant, LocalDate.of(2026, 10, 5), "/cart", "500", 7);
        STORE.requestsInHour(tenant, hour, "500", 7);
        maintain(tenant, hour, hour.plus(Duration.ofHours(1)));

        var reading = readings.month(TestScopes.tenant(tenant), OCTOBER);

        assertThat(reading.availability()).isEqualTo(Availability.NO_DATA);
        assertThat(reading.days()).isEmpty();
        assertThat(reading.maintenance()).hasSize(1);
        assertThat(reading.creditPercent()).isEmpty();
    }

    @Test
    void monthWithASingleFailedRequest_isNotAvailableAtAll() {
        var tenant = TestTenants.signUp("month-single", "Asia/Dhaka");
        STORE.requests(tenant, FIRST, "/cart", "503", 1);

        var reading = readings.month(TestScopes.tenant(tenant), OCTOBER);

        assertThat(reading.availability().percent().orElseThrow()).isZero();
        assertThat(reading.budget().kept()).isFalse();
    }

    @Test
    void monthWithTooFewRequests_earnsNoCredit() {
        var tenant = TestTenants.signUp("month-few", "Asia/Dhaka");
        STORE.requests(tenant, FIRST, "/cart", "503", 1);
        POSTGRES.as("tenantlens_staff").useHandle(handle -> handle.execute("""
                INSERT INTO tenant_objectives (tenant_id, valid_from, availability_percent, latency_seconds, latency_percent,
                                               credit_below, credit_percents, credit_min_requests)
                VALUES (?, '2026-01-01', 99.9, 1, 95, '{99.9}', '{10}', 100)""", tenant.value()));

        assertThat(readings.month(TestScopes.tenant(tenant), OCTOBER)
                        .creditPercent()
                        .orElseThrow())
                .isZero();
    }

    @Test
    void rollingBudget_countsDaysBeforeTheMonth() {
        var tenant = TestTenants.signUp("month-rolling", "Asia/Dhaka");
        agree(tenant, "'occurrences', 35, NULL");
        STORE.requests(tenant, FIRST.minusDays(2), "/cart", "500", 3);
        STORE.requests(tenant, FIRST, "/cart", "200", 997);

        var reading = readings.month(TestScopes.tenant(tenant), OCTOBER);

        assertThat(reading.promise().objective().window()).isEqualTo(new BudgetWindow.Rolling(35));
        assertThat(reading.availability().bad()).isZero();
        assertThat(reading.budget().used()).isEqualByComparingTo("3");
        assertThat(reading.budgetDays().dates())
                .isEqualTo(new DateRange(LocalDate.of(2026, 9, 27), FIRST.plusMonths(1)));
        assertThat(reading.burnDown()).containsOnlyKeys(FIRST.minusDays(2), FIRST);
    }

    @Test
    void versionSetAgain_countsInsteadOfTheOneBefore() {
        var tenant = TestTenants.signUp("month-again", "Asia/Dhaka");
        agree(tenant, "'occurrences', NULL, NULL");
        agree(tenant, "'occurrences', 7, NULL");

        assertThat(readings.month(TestScopes.tenant(tenant), OCTOBER)
                        .promise()
                        .objective()
                        .window())
                .isEqualTo(new BudgetWindow.Rolling(7));
    }

    @Test
    void probesAndOrders_standBesideTheAvailability() {
        var tenant = TestTenants.signUp("month-signals", "Asia/Dhaka");
        STORE.meter(tenant, "probe_up", FIRST, "{}", "23.4");
        STORE.meter(tenant, "probe_observed", FIRST, "{}", "24");
        STORE.meter(tenant, "orders", FIRST, "{\"status\": \"completed\"}", "95");
        STORE.meter(tenant, "orders_failed", FIRST, "{}", "5");

        var reading = readings.month(TestScopes.tenant(tenant), OCTOBER);

        assertThat(reading.signals().probes().percent().orElseThrow()).isEqualByComparingTo("97.5");
        assertThat(reading.signals().orders().percent().orElseThrow()).isEqualByComparingTo("95");
        assertThat(reading.availability().hasData()).isFalse();
    }

    @Test
    void requestsByDay_followEveryChangeOfTheirSource() {
        var tenant = TestTenants.signUp("month-changes", "Asia/Dhaka");
        var worker = POSTGRES.as("tenantlens_worker");
        STORE.requests(tenant, FIRST, "/cart", "200", 10);
        STORE.requests(tenant, FIRST, "/cart", "500", 4);
        worker.useHandle(handle -> handle.execute("""
                INSERT INTO usage_day AS stored (tenant_id, meter, day, dimensions, quantity)
                SELECT tenant_id, meter, day, dimensions, 1.5 FROM usage_day WHERE tenant_id = ?
                ON CONFLICT (tenant_id, meter, day, dimensions) DO UPDATE SET quantity = stored.quantity + excluded.quantity""", tenant.value()));

        assertThat(counted(tenant)).isEqualTo("17.0 5.5");

        worker.useHandle(handle -> handle.execute(
                "DELETE FROM usage_day WHERE tenant_id = ? AND dimensions->>'status' = '500'", tenant.value()));

        assertThat(counted(tenant)).isEqualTo("11.5 0.0");
    }

    @Test
    void standing_isWhatTheTenantsOwnPageSays() {
        var sliced = TestTenants.signUp("month-standing-slices", "Asia/Dhaka");
        agree(sliced, "'timeslices', NULL, 90");
        STORE.requestsInHour(sliced, Instant.parse("2026-10-05T03:00:00Z"), "500", 7);
        STORE.requestsInHour(sliced, Instant.parse("2026-10-05T04:00:00Z"), "200", 7);
        STORE.requestsInHour(sliced, Instant.parse("2026-10-05T05:00:00Z"), "500", 7);
        maintain(sliced, Instant.parse("2026-10-05T05:10:00Z"), Instant.parse("2026-10-05T05:20:00Z"));
        var rolling = TestTenants.signUp("month-standing-rolling", "Asia/Dhaka");
        agree(rolling, "'occurrences', 7, NULL");
        STORE.requests(rolling, FIRST.plusDays(2), "/cart", "500", 3);
        STORE.requests(rolling, FIRST.plusDays(29), "/cart", "500", 1);
        STORE.requests(rolling, FIRST.plusDays(29), "/cart", "200", 99);

        var standings = new SlaStandings(new StaffDatabase(POSTGRES.as("tenantlens_staff")), CLOCK)
                .over(TestScopes.staff(), new DateRange(FIRST, FIRST.plusMonths(1)));

        for (var tenant : List.of(sliced, rolling)) {
            assertThat(standings)
                    .filteredOn(standing -> standing.tenant().equals(tenant))
                    .singleElement()
                    .satisfies(standing -> assertThat(standing.budget().used())
                            .isEqualByComparingTo(readings.month(TestScopes.tenant(tenant), OCTOBER)
                                    .budget()
                                    .used()));
        }
    }

    @Test
    void severalTenantsAtOnce_readAsEachByItself() {
        var one = TestTenants.signUp("month-batch-a", "Asia/Dhaka");
        var other = TestTenants.signUp("month-batch-b", "America/New_York");
        STORE.requests(one, FIRST, "/cart", "500", 1);
        STORE.requests(other, FIRST, "/cart", "200", 5);
        STORE.requestsInHour(other, Instant.parse("2026-10-01T04:00:00Z"), "200", 5);

        var together = POSTGRES.as("tenantlens_worker")
                .inTransaction(handle -> readings.month(handle, List.of(one, other), OCTOBER));

        assertThat(together)
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(
                        readings.month(TestScopes.tenant(one), OCTOBER),
                        readings.month(TestScopes.tenant(other), OCTOBER));
    }

    private static String counted(TenantId tenant) {
        return POSTGRES.as("tenantlens_worker")
                .withHandle(handle -> handle.select(
                                "SELECT total || ' ' || failed FROM request_day WHERE tenant_id = ?", tenant.value())
                        .mapTo(String.class)
                        .one());
    }

    private static Availability counted(long good, long total) {
        return new Availability(BigDecimal.valueOf(good), BigDecimal.valueOf(total));
    }

    /** Counting, rolling days and target of a slice of an agreement on 99.9 %. */
    private static void agree(TenantId tenant, String terms) {
        POSTGRES.as("tenantlens_staff").useHandle(handle -> handle.execute("""
                INSERT INTO tenant_objectives (tenant_id, valid_from, availability_percent, latency_seconds, latency_percent,
                                               counting, window_days, slice_percent)
                VALUES (?, '2026-01-01', 99.9, 1, 95, %s)""".formatted(terms), tenant.value()));
    }

    private static void maintain(TenantId tenant, Instant start, Instant end) {
        POSTGRES.as("tenantlens_staff").useHandle(handle -> handle.execute("""
                INSERT INTO maintenance_windows (tenant_id, title, announced_at, starts_at, ends_at)
                VALUES (?, 'Work', '2026-09-20', ?, ?)""", tenant.value(), at(start), at(end)));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
