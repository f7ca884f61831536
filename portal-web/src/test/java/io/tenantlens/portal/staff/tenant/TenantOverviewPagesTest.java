package io.tenantlens.portal.staff.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantlens.api.directory.TenantWeeks;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestShops;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class TenantOverviewPagesTest {

    private static final String ACORN = "/staff/tenants/acorn";
    private static final SignedIn FARIDA = SignedIn.staff("staff-finance");
    private static final SignedIn SUMON = SignedIn.staff("staff-support");

    @Inject
    TenantWeeks weeks;

    @BeforeEach
    void use() {
        TestShops.open();
        TestPostgres.shared().as("tenantlens_worker").useHandle(handle -> {
            handle.execute("""
                INSERT INTO usage_day (tenant_id, meter, day, dimensions, quantity) VALUES
                    ('acorn', 'revenue', '2026-10-19', '{}', 54000),
                    ('acorn', 'carts_created', '2026-10-19', '{}', 80),
                    ('acorn', 'carts_abandoned', '2026-10-19', '{}', 20),
                    ('acorn', 'products', '2026-10-18', '{"status": "active"}', 90),
                    ('acorn', 'products', '2026-10-19', '{"status": "active"}', 4700),
                    ('acorn', 'products', '2026-10-19', '{"status": "draft"}', 30),
                    ('acorn', 'products', '2026-10-19', '{"status": "archived"}', 700),
                    ('acorn', 'feature_usage', '2026-10-19', '{"feature": "coupons"}', 12)\
                """);
            handle.execute("DELETE FROM tenant_activity");
            handle.execute("INSERT INTO tenant_activity VALUES ('acorn', 0, 27, 1, 2, 14000, 14000, 0.81)");
        });
        weeks.refresh();
    }

    @Test
    void page_showsFourWeeksOfTheTenant() {
        var page = FARIDA.page(ACORN);

        assertThat(page.select(".tile:has(.name:contains(Requests)) .value").text())
                .isEqualTo("27,270");
        assertThat(page.select(".tile:has(.name:contains(Failed)) .value").text())
                .isEqualTo("0.99%");
        assertThat(page.select(".tile:has(.name:contains(Orders)) .value").text())
                .isEqualTo("1,080");
        assertThat(page.select(".tile:has(.name:contains(Carts)) .value").text())
                .isEqualTo("25%");
        assertThat(page.select(".tile:has(.name:contains(Average)) .value").text())
                .isEqualTo("৳50.00");
        assertThat(page.select("figure")).hasSize(3);
    }

    @Test
    void catalogue_isThatOfTheLastDayAndCountsAgainstThePlan() {
        var card = FARIDA.page(ACORN).select("section:has(h2:contains(Catalogue))");

        assertThat(card.select("dd").eachText())
                .containsExactly("4,700", "30", "700", "4,730 of 5,000", "50 of 10,000");
        assertThat(card.select("svg.share.warn rect").attr("width")).isEqualTo("94.6%");
        assertThat(FARIDA.page(ACORN).select("p.health").text()).contains("4,730 products of 5,000 in the plan");
    }

    @Test
    void score_isExplainedByItsParts() {
        var rows = FARIDA.page(ACORN).select("section:has(h2:contains(Activity score)) tr");

        assertThat(rows.select("td[data-label=Points]").eachText())
                .containsExactly("0.35", "0.29", "0.08", "0.1", "0.81");
        assertThat(rows.text()).contains("1 of 2", "27 days", "today");
    }

    @Test
    void features_areThoseOfThePlanAndThoseUsed() {
        var rows = FARIDA.page(ACORN).select("section:has(h2:contains(Features)) tbody tr");

        assertThat(rows.eachText())
                .containsExactly("coupons in the plan 12 19 Oct 2026", "reports in the plan 0 not in 56 days");
    }

    @Test
    void money_isOnlyForThoseWhoMaySeeIt() {
        var page = SUMON.page(ACORN);

        assertThat(page.text()).doesNotContain("Revenue", "Average order").doesNotContain("৳");
        assertThat(page.select("nav[aria-label^=More] a").eachText()).contains("Bill", "Subscription");
        assertThat(SignedIn.staff("staff-sre")
                        .page(ACORN)
                        .select("nav[aria-label^=More] a")
                        .eachText())
                .doesNotContain("Bill");
    }

    @Test
    void visit_isInTheAuditTrailOfTheTenant() {
        SignedIn.staff("staff-auditor").page(ACORN);

        var seen = TestPostgres.shared()
                .asSuperuser()
                .withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM audit_records WHERE action = 'view-as-tenant' AND tenant_id ="
                                        + " 'acorn'")
                        .mapTo(Long.class)
                        .one());
        assertThat(seen).isPositive();
    }

    @Test
    void shopWithoutUsage_hasNoDataInsteadOfZero() {
        var page = FARIDA.page("/staff/tenants/birch");

        assertThat(page.select(".tile:has(.name:contains(Requests)) .value").text())
                .isEqualTo("–");
        assertThat(page.select(".empty").text()).contains("No data in this range");
        assertThat(page.select("p.health").text()).contains("not seen in 35 days");
    }

    @Test
    void unknownTenantAndTenantsThemselves_areTurnedAway() {
        assertThat(FARIDA.status("/staff/tenants/no-such-shop")).isEqualTo(404);
        assertThat(FARIDA.status("/staff/tenants/_platform")).isEqualTo(404);
        assertThat(SignedIn.admin("acorn").status(ACORN)).isEqualTo(403);
    }
}
