package io.tenantlens.api.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.api.series.Shards;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UsageQueriesIT {

    private static final TenantId ACORN = TestTenants.signUp("usage-acorn", "Asia/Dhaka");
    private static final TenantId BIRCH = TestTenants.signUp("usage-birch", "Asia/Dhaka");
    private static final MeterKey REQUESTS = new MeterKey("requests");
    private static final MeterKey PRODUCTS = new MeterKey("products");
    private static final DateRange OCTOBER =
            new DateRange(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-11-01"));

    private final UsageQueries queries = new UsageQueries(
            new TenantDatabase(TestPostgres.shared().as("tenantlens_app")), MeterCatalogue.shipped(), new Shards(4));

    @BeforeAll
    static void fill() {
        TestPostgres.shared().as("tenantlens_worker").useHandle(handle -> {
            for (var table : List.of("usage_hour", "usage_day")) {
                handle.select("SELECT ensure_month_partitions(?, '2026-09-01', '2026-11-01')::text", table)
                        .mapTo(String.class)
                        .list();
            }
            handle.execute("INSERT INTO usage_hour VALUES"
                    + " ('usage-acorn', 'requests', '2026-10-04 18:00Z', '{\"status\": \"200\"}', 7),"
                    + " ('usage-acorn', 'requests', '2026-10-04 18:00Z', '{\"status\": \"500\"}', 1),"
                    + " ('usage-acorn', 'requests', '2026-10-04 17:00Z', '{\"status\": \"200\"}', 2),"
                    + " ('usage-birch', 'requests', '2026-10-04 18:00Z', '{\"status\": \"200\"}', 100)"
                    + " ON CONFLICT DO NOTHING");
            handle.execute("INSERT INTO usage_day VALUES"
                    + " ('usage-acorn', 'requests', '2026-10-04', '{}', 2),"
                    + " ('usage-acorn', 'requests', '2026-10-05', '{}', 8.50),"
                    + " ('usage-acorn', 'products', '2026-10-04', '{\"status\": \"active\"}', 10),"
                    + " ('usage-acorn', 'products', '2026-10-04', '{\"status\": \"draft\"}', 3),"
                    + " ('usage-acorn', 'products', '2026-10-05', '{\"status\": \"active\"}', 12),"
                    + " ('usage-birch', 'requests', '2026-10-05', '{}', 100) ON CONFLICT DO NOTHING");
        });
    }

    @Test
    void hours_ofALocalDay_startAtItsMidnight() {
        var fifth = new DateRange(LocalDate.parse("2026-10-05"), LocalDate.parse("2026-10-06"));

        var points = points(ACORN, new UsageQuery(REQUESTS, fifth, Interval.HOUR, Optional.of("status")));

        var start = Instant.parse("2026-10-04T18:00:00Z");
        assertThat(points)
                .containsExactly(
                        new UsagePoint(start, start.plusSeconds(3_600), new BigDecimal(7), Map.of("status", "200")),
                        new UsagePoint(start, start.plusSeconds(3_600), new BigDecimal(1), Map.of("status", "500")));
    }

    @Test
    void month_addsDaysUpButTakesTheHighestPeak() {
        assertThat(points(ACORN, new UsageQuery(REQUESTS, OCTOBER, Interval.MONTH, Optional.empty())))
                .extracting(UsagePoint::value)
                .containsExactly(new BigDecimal("10.5"));
        assertThat(points(ACORN, new UsageQuery(PRODUCTS, OCTOBER, Interval.MONTH, Optional.empty())))
                .containsExactly(new UsagePoint(
                        Instant.parse("2026-09-30T18:00:00Z"),
                        Instant.parse("2026-10-31T18:00:00Z"),
                        new BigDecimal(13),
                        Map.of()));
    }

    @Test
    void totals_areTheTenantsOwn() {
        assertThat(queries.totals(TestScopes.tenant(ACORN), OCTOBER))
                .containsExactly(Map.entry(PRODUCTS, new BigDecimal(13)), Map.entry(REQUESTS, new BigDecimal("10.5")));
        assertThat(queries.totals(TestScopes.tenant(BIRCH), OCTOBER))
                .containsExactly(Map.entry(REQUESTS, new BigDecimal(100)));
    }

    private List<UsagePoint> points(TenantId tenant, UsageQuery query) {
        return queries.points(TestScopes.tenant(tenant), query);
    }
}
