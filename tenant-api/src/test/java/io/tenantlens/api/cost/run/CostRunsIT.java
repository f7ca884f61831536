package io.tenantlens.api.cost.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.testing.TestConfigs;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CostRunsIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();

    /** One connection for many rows: opening one takes longer than a row. */
    private static final Handle WORKER = POSTGRES.as("tenantlens_worker").open();

    private static final LocalDate DAY = LocalDate.of(2024, 10, 5);
    private static final DateRange OCTOBER = new DateRange(LocalDate.of(2024, 10, 1), LocalDate.of(2024, 11, 1));
    private static final String OWN = "tenant_id IN ('cost-acorn', 'cost-birch', 'cost-cedar')";

    private final CostRuns runs = new CostRuns(
            new WorkerDatabase(POSTGRES.as("tenantlens_worker")),
            TestConfigs.defaults(CostConfig.class),
            Clock.fixed(Instant.parse("2026-10-20T06:30:00Z"), ZoneOffset.UTC));

    @AfterAll
    static void close() {
        WORKER.close();
    }

    @BeforeEach
    void startEmpty() {
        POSTGRES.asSuperuser().useHandle(handle -> {
            handle.execute("SELECT ensure_month_partitions('usage_day', '2024-10-01', '2024-10-31')");
            handle.execute("SELECT ensure_month_partitions('usage_hour', '2024-10-01', '2024-10-31')");
            handle.execute("DELETE FROM usage_day WHERE day < '2025-01-01'");
            handle.execute("DELETE FROM usage_hour WHERE hour_start < '2025-01-01'");
            for (var table : List.of("unit_costs", "cost_drivers", "cost_pools")) {
                handle.execute("DELETE FROM " + table + " WHERE valid_from < '2025-01-01'");
                handle.execute("CREATE TEMP TABLE mine AS SELECT * FROM " + table + " WHERE valid_from = '2025-01-01'");
                handle.execute("UPDATE mine SET valid_from = '2024-01-01'");
                handle.execute("INSERT INTO " + table + " SELECT * FROM mine");
                handle.execute("DROP TABLE mine");
            }
            signUp(handle, "cost-acorn", "shared");
            signUp(handle, "cost-birch", "shared");
            signUp(handle, "cost-cedar", "dedicated");
        });
    }

    @Test
    void days_pricePoolsByUnitCostAndUsage() {
        use("cost-acorn", "sms", "{}", "100");
        use("cost-birch", "sms", "{}", "300");

        runs.days(OCTOBER);

        assertThat(amount("cost-acorn", "sms")).isEqualByComparingTo("25");
        assertThat(amount("cost-birch", "sms")).isEqualByComparingTo("75");
        assertThat(pool("sms", "origin")).isEqualByComparingTo("100");
    }

    @Test
    void storage_isPricedByTheMonth() {
        use("cost-acorn", "storage", "{\"type\": \"images\"}", "7440000000000"); // 10 GB for all of a month's 744 hours
        use("cost-acorn", "storage", "{\"type\": \"database\"}", "744000000000");

        runs.days(OCTOBER);

        assertThat(amount("cost-acorn", "file_storage")).isEqualByComparingTo("28");
        assertThat(amount("cost-acorn", "database_storage")).isEqualByComparingTo("14");
    }

    @Test
    void dedicatedDatabase_isCarriedByItsTenantAlone() {
        runs.days(OCTOBER);

        // 30,000 a month are 967.741935… a day
        assertThat(amount("cost-cedar", "database")).isEqualByComparingTo("967.741935");
    }

    @Test
    void sharedDatabase_isSplitEvenlyAndByQueryTime_amongThoseWhoShareIt() {
        use("cost-acorn", "db_query_seconds", "{\"table\": \"orders\"}", "10.5");
        use("cost-cedar", "db_query_seconds", "{\"table\": \"orders\"}", "999");

        runs.days(OCTOBER);

        var base = new BigDecimal("1161.290323"); // 36,000 of 31 days
        assertThat(pool("database-shared", "allocated")).isEqualByComparingTo(base);
        assertThat(amount("cost-acorn", "database").subtract(amount("cost-birch", "database")))
                .isBetween(
                        new BigDecimal("696.774193"), new BigDecimal("696.774194")); // the 60 % that follow query time
    }

    @Test
    void withoutUsage_whatFollowsItStaysUnallocated() {
        runs.days(OCTOBER);

        assertThat(pool("database-shared", "unallocated")).isEqualByComparingTo("696.774194");
    }

    @Test
    void capacityThatNobodyUsed_isIdle() {
        use("cost-acorn", "cpu_seconds", "{\"component\": \"api\"}", "1000");

        runs.days(OCTOBER);

        assertThat(amount("cost-acorn", "compute")).isEqualByComparingTo("4");
        assertThat(pool("cpu", "origin")).isEqualByComparingTo("86.4"); // 900 seconds an hour at 0.004
        assertThat(pool("cpu", "idle")).isEqualByComparingTo("82.4");
    }

    @Test
    void anyUsage_isConservedToTheLastUnitOnEachDay() {
        var random = new SplittableRandom(20261001);
        for (var day = OCTOBER.start(); day.isBefore(OCTOBER.end()); day = day.plusDays(1)) {
            for (var tenant : List.of("cost-acorn", "cost-birch", "cost-cedar")) {
                for (var meter : List.of("cpu_seconds", "db_query_seconds", "payments", "emails", "db_queries")) {
                    use(
                            tenant,
                            meter,
                            day,
                            "{}",
                            BigDecimal.valueOf(random.nextLong(1_000_000), 3).toPlainString());
                }
            }
        }

        runs.days(OCTOBER);

        var proved = number("""
            SELECT count(*) FROM cost_day_runs r WHERE day < '2025-01-01' AND proof_equal
              AND origin = (SELECT sum(origin) FROM cost_day_pools p WHERE p.day = r.day)
              AND origin = (SELECT sum(allocated + idle + unallocated) FROM cost_day_pools p WHERE p.day = r.day)\
            """);
        assertThat(proved).isEqualByComparingTo("31");
    }

    @Test
    void replay_changesNothing() {
        use("cost-acorn", "sms", "{}", "100");
        use("cost-birch", "payments", "{}", "7");
        runs.days(OCTOBER);
        var once = stored();

        runs.days(OCTOBER);
        runs.days(new DateRange(DAY, DAY.plusDays(2)));

        assertThat(stored()).isEqualTo(once);
    }

    @Test
    void lateUsage_replacesWhatWasAllocated() {
        use("cost-acorn", "sms", "{}", "100");
        runs.days(OCTOBER);
        use("cost-acorn", "sms", "{\"late\": \"yes\"}", "100");

        runs.days(OCTOBER);

        assertThat(amount("cost-acorn", "sms")).isEqualByComparingTo("50");
        assertThat(month("cost-acorn", "sms")).isEqualByComparingTo("50");
    }

    @Test
    void laterUnitCost_countsFromItsDay() {
        use("cost-acorn", "sms", DAY, "{}", "100");
        use("cost-acorn", "sms", DAY.plusDays(1), "{}", "100");
        POSTGRES.as("tenantlens_staff")
                .useHandle(handle -> handle.execute(
                        "INSERT INTO unit_costs VALUES ('sms', '2024-10-06', 'SMS', 'message', false, 0.30)"));

        runs.days(OCTOBER);

        assertThat(month("cost-acorn", "sms")).isEqualByComparingTo("55");
    }

    @Test
    void hours_followTheUsageOfTheHour() {
        POSTGRES.as("tenantlens_worker")
                .useHandle(handle -> handle.execute(
                        "INSERT INTO usage_hour VALUES ('cost-acorn', 'sms', '2024-10-05 05:15Z', '{}', 40)"));

        runs.hours(Instant.parse("2024-10-05T05:00:00Z"), Instant.parse("2024-10-05T07:00:00Z"));

        var hours = POSTGRES.asSuperuser()
                .withHandle(
                        handle -> handle.createQuery("SELECT hour_start, sms FROM cost_hours WHERE sms > 0 AND " + OWN)
                                .mapToMap()
                                .list());
        assertThat(hours).hasSize(1);
        assertThat(hours.getFirst()).containsEntry("sms", 10_000_000L);
    }

    @Test
    void monthThatAnotherInstanceIsAt_isLeftToIt() {
        POSTGRES.as("tenantlens_worker").useTransaction(handle -> {
            handle.select(
                            "SELECT pg_advisory_xact_lock(?, ?)::text",
                            0x7C05,
                            Math.toIntExact(OCTOBER.start().toEpochDay()))
                    .mapTo(String.class)
                    .list();

            assertThat(runs.days(OCTOBER)).isFalse();
        });
    }

    private static List<Map<String, Object>> stored() {
        return POSTGRES.asSuperuser()
                .withHandle(handle -> handle.createQuery(
                                "SELECT tenant_id, day, total, pool_amounts::text FROM cost_days WHERE " + OWN
                                        + " ORDER BY tenant_id, day")
                        .mapToMap()
                        .list());
    }

    private static BigDecimal amount(String tenant, String type) {
        return number("SELECT " + type + " / 1000000.0 FROM cost_days WHERE tenant_id = '" + tenant + "' AND day = '"
                + DAY + "'");
    }

    private static BigDecimal month(String tenant, String type) {
        return number("SELECT " + type + " / 1000000.0 FROM cost_months WHERE tenant_id = '" + tenant
                + "' AND month = '2024-10-01'");
    }

    private static BigDecimal pool(String pool, String column) {
        return number("SELECT " + column + " FROM cost_day_pools WHERE pool = '" + pool + "' AND day = '" + DAY + "'");
    }

    private static BigDecimal number(String query) {
        return POSTGRES.asSuperuser()
                .withHandle(handle ->
                        handle.createQuery(query).mapTo(BigDecimal.class).one());
    }

    private static void use(String tenant, String meter, String dimensions, String quantity) {
        use(tenant, meter, DAY, dimensions, quantity);
    }

    private static void use(String tenant, String meter, LocalDate day, String dimensions, String quantity) {
        WORKER.createUpdate("INSERT INTO usage_day VALUES (:tenant, :meter, :day, :dimensions::jsonb, :quantity)")
                .bind("tenant", tenant)
                .bind("meter", meter)
                .bind("day", day)
                .bind("dimensions", dimensions)
                .bind("quantity", new BigDecimal(quantity))
                .execute();
    }

    private static void signUp(Handle handle, String slug, String hosting) {
        handle.execute(
                "INSERT INTO tenants (tenant_id, name, tier, hosting, plan, signed_up_on)"
                        + " VALUES (?, ?, 'starter', ?, 'starter', '2024-01-01') ON CONFLICT DO NOTHING",
                slug,
                slug,
                hosting);
    }
}
