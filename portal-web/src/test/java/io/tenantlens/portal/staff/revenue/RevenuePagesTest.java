package io.tenantlens.portal.staff.revenue;

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
class RevenuePagesTest {

    private static final SignedIn FARIDA = SignedIn.staff("staff-finance");
    private static final String OCTOBER = "/staff/revenue?from=2026-10-01&to=2026-10-19";

    @BeforeEach
    void takeIn() {
        TestShops.open();
        TestPostgres.shared().as("tenantlens_worker").useHandle(handle -> {
            handle.execute("DELETE FROM tenant_days WHERE tenant_id IN ('acorn', 'birch', 'cedar')");
            handle.execute("""
                    INSERT INTO tenant_days (tenant_id, day, revenue, orders, carts_created)
                    SELECT tenant, day, amount, 10, 40 FROM generate_series(date '2026-09-01', '2026-10-19', '1 day') AS day,
                        (VALUES ('acorn', 1000.50), ('cedar', 3000.00)) AS t (tenant, amount)""");
            handle.execute("DELETE FROM revenue_spans");
            handle.execute("INSERT INTO revenue_spans VALUES"
                    + " ('acorn', '2026-10-20 06:00Z', 100, '{1000,1000,1000,1000}'),"
                    + " ('cedar', '2026-10-20 06:00Z', 2990, '{3000,3000,3000,3000}')");
        });
    }

    @Test
    void tenants_addUpToThePlatform() {
        var page = FARIDA.page(OCTOBER);

        assertThat(page.select(".tile .value").eachText()).startsWith("৳76,009.50");
        assertThat(page.select("table tr:has(th:contains(Cedar Fish)) td").eachText())
                .startsWith("enterprise", "৳57,000.00");
    }

    @Test
    void drop_namesTheTenantWithTheLargestLossFirst() {
        var card = FARIDA.page(OCTOBER).select("section:has(h2:contains(Against the usual))");

        assertThat(card.select(".badge.bad").text()).isEqualTo("Revenue drop");
        assertThat(card.select("table:has(caption) tbody th").eachText().getFirst())
                .isEqualTo("acorn");
        assertThat(card.select("table:has(caption) tfoot td").eachText())
                .containsExactly("৳3,090.00", "৳4,000.00", "-৳910.00");
    }

    @Test
    void sort_isTheReaders() {
        var page = FARIDA.page(OCTOBER + "&sort=revenue");

        assertThat(page.select("th[aria-sort=ascending]").text()).isEqualTo("Revenue");
    }

    @Test
    void csv_hasPlainNumbers() {
        var csv = FARIDA.request()
                .get("/staff/revenue.csv?from=2026-10-01&to=2026-10-19&q=acorn")
                .asString();

        assertThat(csv).contains("acorn,Acorn Books,growth,19009.50,19009.50,190,190,760");
    }

    @Test
    void whoMayNotSeeMoney_isRefused() {
        assertThat(SignedIn.staff("staff-sre").status("/staff/revenue")).isEqualTo(403);
        assertThat(SignedIn.admin("acorn").status("/staff/revenue.csv")).isEqualTo(403);
    }
}
