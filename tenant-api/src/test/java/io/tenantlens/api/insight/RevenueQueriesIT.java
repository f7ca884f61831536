package io.tenantlens.api.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.insight.TenantRevenue.Takings;
import io.tenantlens.api.insight.internal.InsightRefresh;
import io.tenantlens.api.instance.Roles;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.health.DropAttribution.Spans;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RevenueQueriesIT {

    private static final TenantId ACORN = TestTenants.signUp("revenue-acorn", "Asia/Dhaka");
    private static final TenantId BIRCH = TestTenants.signUp("revenue-birch", "Asia/Dhaka");
    private static final DateRange OCTOBER =
            new DateRange(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-11-01"));
    private static final DateRange SEPTEMBER =
            new DateRange(LocalDate.parse("2026-09-01"), LocalDate.parse("2026-10-01"));

    private final WorkerDatabase worker =
            new WorkerDatabase(TestPostgres.shared().as("tenantlens_worker"));
    private final RevenueQueries queries =
            new RevenueQueries(new StaffDatabase(TestPostgres.shared().as("tenantlens_staff")));
    private final InsightRefresh refresh = new InsightRefresh(
            worker, new Roles(Set.of("worker")), Clock.fixed(Instant.parse("2026-10-20T06:30:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void fill() {
        worker.useTransaction(handle -> {
            for (var table : List.of("usage_hour", "usage_day")) {
                handle.select("SELECT ensure_month_partitions(?, '2026-09-01', '2026-11-30')::text", table)
                        .mapTo(String.class)
                        .list();
                handle.execute("DELETE FROM " + table + " WHERE tenant_id LIKE 'revenue-%'");
            }
            handle.execute("DELETE FROM tenant_days WHERE tenant_id LIKE 'revenue-%'");
        });
        day("2026-10-05", "revenue", "{}", "100.25");
        day("2026-10-05", "orders", "{\"status\": \"completed\"}", "4");
        day("2026-10-05", "orders", "{\"status\": \"cancelled\"}", "1");
        day("2026-09-30", "revenue", "{}", "50");
        changed("2026-10-05", "2026-09-30");
    }

    @Test
    void changedDays_areReadOnceAndAgainWhenTheyChange() {
        refresh.refresh();
        assertThat(acorn().now()).isEqualTo(takings("100.25", "4"));

        day("2026-10-05", "revenue", "{\"late\": \"yes\"}", "0.75");
        refresh.refresh();
        assertThat(acorn().now()).isEqualTo(takings("100.25", "4"));

        changed("2026-10-05");
        refresh.refresh();
        refresh.refresh();
        assertThat(acorn().now()).isEqualTo(takings("101.00", "4"));
    }

    @Test
    void tenants_areComparedWithTheDaysBefore() {
        refresh.refresh();

        assertThat(acorn().before().revenue()).isEqualByComparingTo("50");
        assertThat(queries.tenants(TestScopes.staff(), OCTOBER, SEPTEMBER))
                .extracting(TenantRevenue::tenant)
                .doesNotContain(BIRCH);
    }

    @Test
    void lastDay_standsBesideTheSameHoursOfFourWeeks() {
        worker.useTransaction(handle -> {
            for (var hour :
                    List.of("2026-10-19 06:00Z", "2026-10-20 05:00Z", "2026-10-13 05:00Z", "2026-09-22 06:00Z")) {
                handle.execute(
                        "INSERT INTO usage_hour VALUES (?, 'revenue', ?::timestamptz, '{}', 10)", ACORN.value(), hour);
            }
            handle.execute(
                    "INSERT INTO usage_hour VALUES (?, 'revenue', '2026-10-20 06:00Z', '{}', 999)", ACORN.value());
        });

        refresh.refresh();

        var last = queries.lastDay(TestScopes.staff());
        assertThat(last.endedAt()).contains(Instant.parse("2026-10-20T06:00:00Z"));
        assertThat(last.tenants())
                .filteredOn(one -> one.tenant().equals(ACORN))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(new Spans(
                        ACORN,
                        new BigDecimal(20),
                        List.of(BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO)));
    }

    private TenantRevenue acorn() {
        return queries.tenants(TestScopes.staff(), OCTOBER, SEPTEMBER).stream()
                .filter(one -> one.tenant().equals(ACORN))
                .findFirst()
                .orElseThrow();
    }

    private static Takings takings(String revenue, String orders) {
        return new Takings(new BigDecimal(revenue), new BigDecimal(orders), BigDecimal.ZERO);
    }

    private void day(String day, String meter, String dimensions, String quantity) {
        worker.useTransaction(handle -> handle.execute(
                "INSERT INTO usage_day VALUES (?, ?, ?::date, ?::jsonb, ?::numeric)",
                ACORN.value(),
                meter,
                day,
                dimensions,
                quantity));
    }

    private void changed(String... days) {
        worker.useTransaction(handle -> {
            for (var day : days) {
                handle.execute(
                        "INSERT INTO changed_days VALUES (?, ?::date) ON CONFLICT DO NOTHING", ACORN.value(), day);
            }
        });
    }
}
