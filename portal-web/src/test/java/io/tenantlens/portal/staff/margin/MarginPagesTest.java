package io.tenantlens.portal.staff.margin;

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
class MarginPagesTest {

    private static final SignedIn FARIDA = SignedIn.staff("staff-finance");
    private static final String SEPTEMBER = "/staff/margin?from=2026-09-01&to=2026-09-30";

    @BeforeEach
    void accrue() {
        TestShops.open();
        TestPostgres.shared().as("tenantlens_worker").useHandle(handle -> {
            handle.execute("DELETE FROM tenant_accruals");
            handle.execute("DELETE FROM cost_months");
            handle.execute("INSERT INTO tenant_accruals VALUES ('acorn', '2026-09-01', 1500.25, now()), ('cedar',"
                    + " '2026-09-01', 45000, now()), ('acorn', '2026-08-01', 100, now())");
            handle.execute("INSERT INTO cost_months (tenant_id, month, days, total, sms, database) VALUES ('acorn',"
                    + " '2026-09-01', 30, 1600500000, 1600500000, 0), ('cedar', '2026-09-01', 30, 30000000000, 0,"
                    + " 30000000000)");
        });
    }

    @Test
    void tenants_addUpToThePlatform_theLargestLossFirst() {
        var page = FARIDA.page(SEPTEMBER);

        var table = page.select("section:has(h2:matches(^Tenants$))");
        assertThat(table.select("tbody th a").eachText()).containsExactly("Acorn Books", "Cedar Fish");
        assertThat(table.select("tbody td[data-label=Margin]").eachText()).containsExactly("-৳100.25", "৳15,000.00");
        assertThat(table.select("tfoot td[data-label=Margin]").text()).isEqualTo("৳14,899.75");
        assertThat(page.select(".tile .value").eachText())
                .startsWith("৳46,500.25", "৳31,600.50", "৳14,899.75", "32%", "1");
    }

    @Test
    void lastWholeMonth_isShownUnlessDaysAreChosen() {
        assertThat(FARIDA.page("/staff/margin").select("input[name=from]").first())
                .isNotNull();
        assertThat(FARIDA.page("/staff/margin")
                        .select("section:has(h2:contains(From revenue)) header p")
                        .text())
                .isEqualTo("Sep 2026");
    }

    @Test
    void waterfall_endsAtTheMargin() {
        var steps = FARIDA.page(SEPTEMBER).select("section:has(h2:contains(From revenue))");

        assertThat(steps.select("tbody th").eachText())
                .containsExactly(
                        "Revenue",
                        "Database",
                        "SMS",
                        "Margin of the tenants",
                        "Idle",
                        "Unallocated",
                        "Left for the platform");
        assertThat(steps.select("tr:contains(Margin of the tenants) td[data-label=Left]")
                        .text())
                .isEqualTo("৳14,899.75");
    }

    @Test
    void higherCost_makesMoreLossMakers() {
        var cases = FARIDA.page(SEPTEMBER + "&change=60").select("section:has(h2:contains(If unit costs))");

        assertThat(cases.select("tbody td[data-label=Loss makers]").eachText()).containsExactly("0", "1", "2");
        assertThat(cases.select("tbody td[data-label=Margin]").eachText().getLast())
                .isEqualTo("-৳4,060.55");
    }

    @Test
    void lossMakers_areListedAlone() {
        var rows = FARIDA.page(SEPTEMBER + "&only=losses").select("section:has(h2:matches(^Tenants$)) tbody th a");

        assertThat(rows.eachText()).containsExactly("Acorn Books");
    }

    @Test
    void csv_hasPlainExactNumbers() {
        var csv = FARIDA.request()
                .get("/staff/margin.csv?from=2026-09-01&to=2026-09-30&q=acorn")
                .asString();

        assertThat(csv).contains("acorn,Acorn Books,growth,growth,accrued,1500.25,1600.500000,-100.250000,");
        assertThat(csv).doesNotContain("cedar");
    }

    @Test
    void whoMayNotSeeMargin_isRefused() {
        assertThat(SignedIn.staff("staff-sre").status("/staff/margin")).isEqualTo(403);
        assertThat(SignedIn.admin("acorn").status("/staff/margin.csv")).isEqualTo(403);
    }
}
