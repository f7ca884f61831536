package io.tenantlens.api.insight.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.insight.tenant.TenantProfile.Figure;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenantProfilesIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final DateRange OCTOBER = new DateRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1));
    private static final TenantId ACORN = TestTenants.signUp("profile-acorn", "Asia/Dhaka");
    private static final TenantId BIRCH = TestTenants.signUp("profile-birch", "Asia/Dhaka");

    private final TenantProfiles profiles = new TenantProfiles(
            new TenantDatabase(POSTGRES.as("tenantlens_app")),
            Clock.fixed(Instant.parse("2026-10-20T06:30:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void use() {
        POSTGRES.as("tenantlens_worker").useHandle(handle -> {
            for (var table : new String[] {"usage_day", "usage_hour"}) {
                handle.execute("SELECT ensure_month_partitions(?, '2026-09-01', '2026-10-31')", table);
                handle.execute("DELETE FROM " + table + " WHERE tenant_id LIKE 'profile-%'");
            }
            handle.execute("""
                INSERT INTO usage_day (tenant_id, meter, day, dimensions, quantity) VALUES
                    ('profile-acorn', 'requests', '2026-10-02', '{"status": "200"}', 90),
                    ('profile-acorn', 'requests', '2026-10-02', '{"status": "503"}', 10),
                    ('profile-acorn', 'orders', '2026-10-02', '{"status": "completed"}', 4),
                    ('profile-acorn', 'orders', '2026-10-02', '{"status": "cancelled"}', 3),
                    ('profile-acorn', 'orders', '2026-09-30', '{"status": "completed"}', 100),
                    ('profile-acorn', 'products', '2026-10-01', '{"status": "active"}', 7),
                    ('profile-acorn', 'products', '2026-10-02', '{"status": "draft"}', 2),
                    ('profile-acorn', 'feature_usage', '2026-10-02', '{"feature": "coupons"}', 6),
                    ('profile-birch', 'orders', '2026-10-02', '{"status": "completed"}', 1000)\
                """);
            handle.execute("""
                INSERT INTO usage_hour (tenant_id, meter, hour_start, dimensions, quantity) VALUES
                    ('profile-acorn', 'requests', '2026-10-20T05:00Z', '{"status": "200"}', 50),
                    ('profile-acorn', 'requests', '2026-10-19T05:00Z', '{"status": "200"}', 900)\
                """);
        });
    }

    @Test
    void profile_hasTheDaysOfTheTenantAlone() {
        var profile = profiles.of(TestScopes.viewedByStaff(ACORN), OCTOBER);

        assertThat(profile.sum(Figure.REQUESTS, OCTOBER)).isEqualByComparingTo("100");
        assertThat(profile.sum(Figure.FAILED, OCTOBER)).isEqualByComparingTo("10");
        assertThat(profile.sum(Figure.ORDERS, OCTOBER)).isEqualByComparingTo("4");
        assertThat(profile.sum(Figure.REVENUE, OCTOBER)).isNull();
        assertThat(profile.features()).containsOnlyKeys("coupons");
    }

    @Test
    void catalogue_isThatOfTheLastDayMeasured() {
        var profile = profiles.of(TestScopes.viewedByStaff(ACORN), OCTOBER);

        assertThat(profile.products()).isEqualTo(Map.of("draft", new BigDecimal("2")));
    }

    @Test
    void busiestHour_isOfTheLast24Hours() {
        assertThat(profiles.of(TestScopes.viewedByStaff(ACORN), OCTOBER).busiestHour())
                .isEqualByComparingTo("50");
        assertThat(profiles.of(TestScopes.viewedByStaff(BIRCH), OCTOBER).busiestHour())
                .isNull();
    }

    @Test
    void limits_areThoseOfThePlan() {
        var limits = profiles.of(TestScopes.viewedByStaff(ACORN), OCTOBER).limits();

        assertThat(limits.products()).isEqualTo(500);
        assertThat(limits.requestsPerHour()).isEqualTo(2_000);
        assertThat(limits.features()).containsExactly("coupons", "reports");
    }
}
