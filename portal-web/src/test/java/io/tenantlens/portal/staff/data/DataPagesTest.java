package io.tenantlens.portal.staff.data;

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
class DataPagesTest {

    private static final SignedIn RAFIQ = SignedIn.staff("staff-sre");

    @BeforeEach
    void fill() {
        TestShops.open();
        TestPostgres.shared().as("tenantlens_worker").useHandle(handle -> {
            handle.execute("DELETE FROM usage_hour WHERE tenant_id = '_platform'");
            handle.execute("""
                INSERT INTO usage_hour (tenant_id, meter, hour_start, dimensions, quantity) VALUES
                    ('_platform', 'up', '2026-10-20T06:00Z', '{"job": "api", "instance": "a:1"}', 0.25),
                    ('_platform', 'up_observed', '2026-10-20T06:00Z', '{"job": "api", "instance": "a:1"}', 0.5),
                    ('_platform', 'up_observed', '2026-10-20T01:00Z', '{"job": "api", "instance": "b:1"}', 1)\
                """);
            handle.execute("DELETE FROM series_counts");
            handle.execute(
                    "INSERT INTO series_counts VALUES ('http_requests_total', 'counter', 120, 3, '2026-10-20T06:00Z')");
        });
    }

    @Test
    void sources_sayWhetherTheyAreUpAndWhenTheyWereHeard() {
        var rows = RAFIQ.page("/staff/data").select("section:has(h2:contains(Sources)) tbody tr");

        assertThat(rows.getFirst().text()).isEqualTo("api a:1 was down 50% this hour");
        assertThat(rows.getLast().text()).startsWith("api b:1 silent 0%");
    }

    @Test
    void series_tablesAndRetention_areThere() {
        var page = RAFIQ.page("/staff/data");

        assertThat(page.select("section:has(h2:contains(Series)) tbody tr").text())
                .startsWith("http_requests_total counter 120 3");
        assertThat(page.select("section:has(h2:contains(Tables)) tbody th").eachText())
                .contains("usage_hour", "audit_records")
                .doesNotContain("usage_hour_202610");
        assertThat(page.select("section:has(h2:contains(Kept for)) dd").eachText())
                .containsExactly("90 days", "760 days", "for ever");
    }

    @Test
    void refresh_getsTheContentAlone() {
        var part = RAFIQ.request()
                .header("HX-Request", "true")
                .header("HX-Request-Type", "partial")
                .get("/staff/data")
                .asString();

        assertThat(part).contains("id=\"data\"").doesNotContain("<html");
    }

    @Test
    void platform_showsResponseTimes() {
        var page = RAFIQ.page("/staff");

        assertThat(page.select("h2").eachText()).contains("Response time");
        assertThat(page.select(".tile:has(.name:contains(Response time)) .value")
                        .text())
                .isEqualTo("–");
    }

    @Test
    void financeAndTenants_areRefused() {
        assertThat(SignedIn.staff("staff-finance").status("/staff/data")).isEqualTo(403);
        assertThat(SignedIn.admin("acorn").status("/staff/data")).isEqualTo(403);
    }
}
