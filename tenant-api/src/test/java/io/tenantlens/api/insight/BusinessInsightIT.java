package io.tenantlens.api.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.gauge.Gauge;
import io.tenantlens.api.gauge.GaugeSource;
import io.tenantlens.api.insight.internal.InsightRefresh;
import io.tenantlens.api.instance.Roles;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BusinessInsightIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 21);

    /** 21 October, half past midnight in Dhaka. */
    private final Clock clock = Clock.fixed(Instant.parse("2026-10-20T18:30:00Z"), ZoneOffset.UTC);

    @BeforeEach
    void startEmpty() {
        for (var name : List.of("acorn", "birch", "cedar")) {
            TestTenants.signUp("insight-" + name, "Asia/Dhaka");
        }
        POSTGRES.as("tenantlens_worker").useHandle(handle -> {
            handle.execute("SELECT ensure_month_partitions('usage_day', '2026-09-01', '2026-10-31')");
            handle.execute("DELETE FROM usage_day WHERE tenant_id LIKE 'insight-%'");
        });
    }

    @Test
    void activity_ofAShopBusyEveryDay_isNearlyOne() {
        for (var day = 0; day < 28; day++) {
            use("insight-acorn", "requests", TODAY.minusDays(day), "{}", 100);
        }
        use("insight-acorn", "feature_usage", TODAY.minusDays(3), "{\"feature\": \"coupons\"}", 1);

        // all but half of the breadth and half of the trend
        assertThat(score("insight-acorn")).isCloseTo(1 - 0.075 - 0.10, within(1e-9));
    }

    @Test
    void activity_fallsByHalfInSevenDaysOfSilence() {
        use("insight-acorn", "requests", TODAY.minusDays(7), "{}", 100);

        assertThat(score("insight-acorn")).isCloseTo(0.35 / 2 + 0.30 / 28 + 0.20, within(1e-9));
    }

    @Test
    void activity_withoutAnyUsage_isZero() {
        use("insight-acorn", "requests", TODAY.minusDays(34), "{}", 100);

        assertThat(score("insight-acorn")).isZero();
        assertThat(score("insight-birch")).isZero();
    }

    @Test
    void activity_ofAShopThatLeft_isNotShown() {
        POSTGRES.as("tenantlens_staff")
                .useHandle(handle ->
                        handle.execute("UPDATE tenants SET status = 'churned' WHERE tenant_id = 'insight-cedar'"));

        assertThat(score("insight-cedar")).isNull();
    }

    @Test
    void cartAbandonment_isAShareOfTheCartsOfSevenDays() {
        use("insight-acorn", "carts_created", TODAY, "{}", 60);
        use("insight-acorn", "carts_created", TODAY.minusDays(6), "{}", 40);
        use("insight-acorn", "carts_created", TODAY.minusDays(7), "{}", 1_000);
        use("insight-acorn", "carts_abandoned", TODAY, "{}", 65);
        use("insight-birch", "carts_abandoned", TODAY, "{}", 1);

        var rates = read(new CartGauges(clock));

        assertThat(rates.rows().get(List.of("insight-acorn"))).isEqualTo(0.65);
        assertThat(rates.rows()).doesNotContainKey(List.of("insight-birch"));
    }

    @Test
    void revenueBaseline_isTheMedianOfWholeWeeksBefore() {
        var start = OffsetDateTime.parse("2026-10-19T18:00:00Z");
        POSTGRES.as("tenantlens_worker").useTransaction(handle -> {
            handle.execute("DELETE FROM platform_usage_hour WHERE meter = 'revenue'");
            day(handle, start.minusWeeks(1), 24, 100);
            day(handle, start.minusWeeks(2), 24, 300);
            day(handle, start.minusWeeks(3), 24, 120);
            day(handle, start.minusWeeks(4), 23, 5_000);
        });

        assertThat(read(new RevenueGauges(clock)).rows().get(List.<String>of())).isEqualTo(24 * 120.0);
    }

    private @Nullable Double score(String tenant) {
        new InsightRefresh(new WorkerDatabase(POSTGRES.as("tenantlens_worker")), new Roles(Set.of("worker")), clock)
                .score();
        return read(new ActivityGauges()).rows().get(List.of(tenant));
    }

    private static Gauge read(GaugeSource source) {
        return POSTGRES.as("tenantlens_worker").inTransaction(source::read).getFirst();
    }

    private static void use(String tenant, String meter, LocalDate day, String dimensions, long quantity) {
        POSTGRES.as("tenantlens_worker")
                .useHandle(handle -> handle.execute(
                        "INSERT INTO usage_day VALUES (?, ?, ?, ?::jsonb, ?)",
                        tenant,
                        meter,
                        day,
                        dimensions,
                        quantity));
    }

    private static void day(Handle handle, OffsetDateTime start, int hours, long revenue) {
        handle.execute(
                "INSERT INTO platform_usage_hour SELECT 1, 'revenue', ? + make_interval(hours => n), '{}', ?"
                        + " FROM generate_series(0, ? - 1) AS n",
                start,
                revenue,
                hours);
    }
}
