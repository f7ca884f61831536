package io.tenantlens.api.insight.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.histogram.ClassicHistogram;
import io.tenantlens.api.insight.platform.DataQueries.MetricSeries;
import io.tenantlens.api.instance.Roles;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.Period;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlatformRefreshIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final Instant NOW = Instant.parse("2026-10-20T06:30:00Z");
    private static final Period TWO_DAYS = new Period(Instant.parse("2026-10-18T00:00:00Z"), NOW);
    private static final TenantId ACORN = TestTenants.signUp("platform-acorn", "Asia/Dhaka");
    private static final TenantId BIRCH = TestTenants.signUp("platform-birch", "Asia/Kathmandu");

    private final StaffScope staff = TestScopes.staff(Area.PLATFORM);
    private final StaffDatabase database = new StaffDatabase(POSTGRES.as("tenantlens_staff"));
    private final PlatformRefresh refresh = new PlatformRefresh(
            new WorkerDatabase(POSTGRES.as("tenantlens_worker")),
            new Roles(Set.of("worker")),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void startEmpty() {
        POSTGRES.as("tenantlens_worker").useHandle(handle -> {
            handle.execute("SELECT ensure_month_partitions('histogram_hour', '2026-10-01', '2026-10-31')");
            handle.execute("DELETE FROM histogram_hour WHERE meter = 'request_duration'");
            handle.execute("DELETE FROM platform_latency_hour");
        });
    }

    @Test
    void distributionsOfAllTenants_areMergedByUtcHour() {
        took(ACORN, "2026-10-20T06:00:00Z", 10);
        took(BIRCH, "2026-10-20T06:15:00Z", 5);
        took(ACORN, "2026-10-20T05:00:00Z", 1);

        refresh.mergeLatencies();

        assertThat(count("2026-10-20T06:00:00Z")).isEqualTo(15);
        assertThat(count("2026-10-20T05:00:00Z")).isEqualTo(1);
    }

    @Test
    void usageThatComesInLate_isMergedOnceMore() {
        took(ACORN, "2026-10-19T01:00:00Z", 2);
        refresh.mergeLatencies();
        took(BIRCH, "2026-10-19T01:15:00Z", 3);
        refresh.mergeLatencies();

        assertThat(count("2026-10-19T01:00:00Z")).isEqualTo(5);
    }

    @Test
    void series_areCountedByMetric() {
        POSTGRES.as("tenantlens_worker").useHandle(handle -> {
            for (var tenant : new TenantId[] {ACORN, BIRCH}) {
                handle.execute(
                        "INSERT INTO series (tenant_id, fingerprint, metric, labels, kind) VALUES (?, decode(md5(?),"
                                + " 'hex'), 'platform_test_total', '{}', 'counter') ON CONFLICT DO NOTHING",
                        tenant.value(),
                        tenant.value());
            }
        });

        refresh.countSeries();

        assertThat(new DataQueries(database).series(staff))
                .filteredOn(metric -> metric.metric().equals("platform_test_total"))
                .extracting(MetricSeries::kind, MetricSeries::series, MetricSeries::tenants)
                .containsExactly(tuple("counter", 2L, 2L));
    }

    @Test
    void tables_areTotalledOverTheirPartitions() {
        var found = new DataQueries(database)
                .tables(staff).stream()
                        .filter(table -> table.name().equals("histogram_hour"))
                        .findFirst()
                        .orElseThrow();

        assertThat(found.partitions()).isPositive();
        assertThat(found.newest()).isNotNull().hasSize(6);
        assertThat(found.bytes()).isPositive();
        assertThat(new DataQueries(database).tables(staff))
                .extracting(DataQueries.Table::name)
                .doesNotContain("histogram_hour_202610");
    }

    private double count(String hour) {
        var found = new PlatformQueries(database).latencies(staff, TWO_DAYS).get(Instant.parse(hour));
        return found == null ? 0 : found.count();
    }

    private static void took(TenantId tenant, String hour, double requests) {
        var histogram = ClassicHistogram.of(
                new double[] {0.1, Double.POSITIVE_INFINITY}, new double[] {requests, 0}, requests / 20);
        POSTGRES.as("tenantlens_worker")
                .useHandle(handle -> handle.execute(
                        "INSERT INTO histogram_hour (tenant_id, meter, hour_start, dimensions, histogram)"
                                + " VALUES (?, 'request_duration', ?, '{}', ?)",
                        tenant.value(),
                        OffsetDateTime.parse(hour),
                        histogram.encode()));
    }
}
