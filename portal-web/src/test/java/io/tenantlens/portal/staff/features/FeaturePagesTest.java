package io.tenantlens.portal.staff.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestShops;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class FeaturePagesTest {

    private static final String PATH = "/staff/features";
    private static final SignedIn SUMON = SignedIn.staff("staff-support");

    @BeforeEach
    void use() {
        TestShops.open();
        TestPostgres.shared().as("tenantlens_worker").useHandle(handle -> {
            handle.execute("DELETE FROM tenant_features");
            handle.execute("INSERT INTO tenant_features VALUES ('acorn', 'coupons', '2026-08-01', '2026-10-20'),"
                    + " ('acorn', 'reports', '2026-10-01', '2026-10-02'), ('cedar', 'coupons', '2026-09-01',"
                    + " '2026-09-10')");
        });
    }

    @Test
    void matrix_saysWhenEachShopLastUsedEachFeature() {
        var page = SUMON.page(PATH);

        assertThat(page.select("table.heat thead th").eachText()).containsExactly("Shop", "Tier", "coupons", "reports");
        var rows = page.select("table.heat tbody tr");
        assertThat(rows.getFirst().text()).isEqualTo("Acorn Books growth today 18 days ago");
        assertThat(page.select("table.heat tr:has(a[href$=/cedar])").text()).endsWith("enterprise 40 days ago never");
    }

    @Test
    void adoption_countsThoseWhoTriedAndThoseWhoUse() {
        var rows = SUMON.page(PATH + "?tier=growth").select("section:has(h2:contains(By feature)) tbody tr");

        assertThat(rows.eachText()).allMatch(row -> row.startsWith("coupons 1 ") || row.startsWith("reports 1 "));
        assertThat(SUMON.page(PATH)
                        .select("section:has(h2:contains(By feature)) tbody tr")
                        .getFirst()
                        .text())
                .startsWith("coupons 2 ");
    }

    @Test
    void curve_growsWithEachFirstUse() {
        var values = SUMON.page(PATH + "?tier=enterprise")
                .select("figure tbody tr td:first-of-type")
                .eachText();

        assertThat(values).startsWith("0%").endsWith(values.getLast());
        assertThat(values.getLast()).isNotEqualTo("0%");
    }

    @Test
    void csv_hasARowATenantAndFeature() {
        var csv = SUMON.request().get(PATH + ".csv").asString();

        assertThat(csv).contains("acorn,Acorn Books,coupons,2026-10-20", "cedar,Cedar Fish,coupons,2026-09-10");
    }

    @Test
    void tenantUser_isRefused() {
        assertThat(SignedIn.admin("acorn").status(PATH)).isEqualTo(403);
        assertThat(SignedIn.admin("acorn").status(PATH + ".csv")).isEqualTo(403);
    }
}
