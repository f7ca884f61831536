package io.tenantlens.api.insight.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.access.TestScopes;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.insight.internal.InsightRefresh;
import io.tenantlens.api.instance.Roles;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.api.testing.TestTenants;
import io.tenantlens.cost.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeatureQueriesIT {

    private static final TestPostgres POSTGRES = TestPostgres.shared();
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);
    private static final TenantId ACORN = TestTenants.signUp("feature-acorn", "Asia/Dhaka");
    private static final TenantId BIRCH = TestTenants.signUp("feature-birch", "Asia/Dhaka");

    private final StaffScope staff = TestScopes.staff();
    private final FeatureQueries queries = new FeatureQueries(new StaffDatabase(POSTGRES.as("tenantlens_staff")));
    private final InsightRefresh refresh = new InsightRefresh(
            new WorkerDatabase(POSTGRES.as("tenantlens_worker")),
            new Roles(Set.of("worker")),
            Clock.fixed(Instant.parse("2026-10-20T06:30:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void startEmpty() {
        POSTGRES.as("tenantlens_worker").useHandle(handle -> {
            handle.execute("SELECT ensure_month_partitions('usage_day', '2026-08-01', '2026-10-31')");
            handle.execute("DELETE FROM usage_day WHERE tenant_id LIKE 'feature-%'");
            handle.execute("DELETE FROM tenant_features");
        });
    }

    @Test
    void useOfAFeature_movesItsFirstAndLastDay() {
        use(ACORN, "coupons", "2026-09-10", 5);
        use(ACORN, "coupons", "2026-10-01", 3);
        use(ACORN, "reports", "2026-10-01", 0);
        refresh.refresh();
        use(ACORN, "coupons", "2026-08-15", 1);
        refresh.refresh();
        refresh.refresh();

        var adoption = adoption("coupons");
        assertThat(adoption.firstUses()).isEqualTo(Map.of(LocalDate.of(2026, 8, 15), 1L));
        assertThat(lastUsed(ACORN)).isEqualTo(Map.of("coupons", LocalDate.of(2026, 10, 1)));
        assertThat(lastUsed(BIRCH)).isEmpty();
    }

    @Test
    void adoption_countsThoseWhoTriedAndThoseWhoUse() {
        use(ACORN, "coupons", "2026-09-01", 1);
        use(BIRCH, "coupons", "2026-09-20", 1);
        use(BIRCH, "coupons", "2026-10-19", 1);
        refresh.refresh();

        var adoption = adoption("coupons");

        assertThat(adoption.tried()).isEqualTo(2);
        assertThat(adoption.using()).isEqualTo(1);
        assertThat(adoption.triedBy(
                        List.of(LocalDate.of(2026, 8, 31), LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 20))))
                .containsExactly(0L, 1L, 2L);
    }

    @Test
    void matrix_beginsWithThoseWhoUseTheMost() {
        use(BIRCH, "coupons", "2026-10-19", 1);
        use(BIRCH, "reports", "2026-10-19", 1);
        use(ACORN, "coupons", "2026-10-19", 1);
        refresh.refresh();

        var matrix = queries.matrix(staff, TODAY, null, 0, 2);

        assertThat(matrix.tenants()).extracting(FeatureUser::tenant).containsExactly(BIRCH, ACORN);
        assertThat(matrix.found()).isEqualTo(queries.activeTenants(staff, null));
        assertThat(queries.matrix(staff, TODAY, "enterprise", 0, 10).tenants())
                .extracting(FeatureUser::tenant)
                .doesNotContain(ACORN, BIRCH);
    }

    private FeatureAdoption adoption(String feature) {
        return queries.adoption(staff, TODAY, null).stream()
                .filter(one -> one.feature().equals(feature))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, LocalDate> lastUsed(TenantId tenant) {
        return queries.matrix(staff, TODAY, null, 0, 10_000).tenants().stream()
                .filter(user -> user.tenant().equals(tenant))
                .findFirst()
                .orElseThrow()
                .lastUsed();
    }

    /** As the fold leaves it. */
    private static void use(TenantId tenant, String feature, String day, long times) {
        POSTGRES.as("tenantlens_worker").useTransaction(handle -> {
            handle.execute(
                    "INSERT INTO usage_day VALUES (?, 'feature_usage', ?::date, jsonb_build_object('feature', ?), ?)",
                    tenant.value(),
                    day,
                    feature,
                    times);
            handle.execute("INSERT INTO changed_days VALUES (?, ?::date) ON CONFLICT DO NOTHING", tenant.value(), day);
        });
    }
}
