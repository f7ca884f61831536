package io.tenantlens.portal.staff.churn;

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
class ChurnPagesTest {

    private static final SignedIn FARIDA = SignedIn.staff("staff-finance");

    @BeforeEach
    void score() {
        TestShops.open();
        TestPostgres.shared().as("tenantlens_worker").useHandle(handle -> {
            handle.execute("DELETE FROM tenant_activity");
            handle.execute("INSERT INTO tenant_activity VALUES"
                    + " ('acorn', 0, 28, 2, 2, 14000, 14000, 0.9),"
                    + " ('birch', 9, 5, 1, 2, 100, 400, 0.21)");
        });
    }

    @Test
    void tenantAtRisk_isListedWithItsReasons() {
        var card = FARIDA.page("/staff/churn").select("section:has(h2:contains(At risk))");

        assertThat(card.select("tbody th").eachText()).containsExactly("Birch <Tea>");
        assertThat(card.select("tbody td[data-label=Why]").text())
                .isEqualTo("last request 9 days ago; active on 5 of 28 days; -75.0% requests in two weeks;"
                        + " uses 1 of 2 features");
    }

    @Test
    void beforeTheFirstScoring_nobodyIsCalledSafe() {
        TestPostgres.shared()
                .as("tenantlens_worker")
                .useHandle(handle -> handle.execute("DELETE FROM tenant_activity"));

        var card = FARIDA.page("/staff/churn").select("section:has(h2:contains(At risk))");

        assertThat(card.select(".empty").text()).startsWith("Nobody has been scored yet.");
    }

    @Test
    void cohort_startsWhole() {
        var january = FARIDA.page("/staff/churn").select("table.heat tr:has(th:contains(Jan))");

        assertThat(january.select("td").get(1).text()).isEqualTo("100%");
    }

    @Test
    void policy_isTheReadersAndExplained() {
        var page = FARIDA.page("/staff/churn?count=net&cohorts=mrr");

        assertThat(page.select("nav[aria-label=How changes count] [aria-current]")
                        .text())
                .isEqualTo("Net of the month");
        assertThat(page.text()).contains("Only the difference between the start and the end of a month counts");
    }

    @Test
    void csv_hasARowAMonth() {
        var csv = FARIDA.request().get("/staff/churn.csv").asString();

        assertThat(csv.lines()).hasSize(14);
        assertThat(csv).contains("\n2026-10,");
    }

    @Test
    void whoMayNotSeeMoney_isRefused() {
        assertThat(SignedIn.staff("staff-sre").status("/staff/churn")).isEqualTo(403);
        assertThat(SignedIn.admin("acorn").status("/staff/churn.csv")).isEqualTo(403);
    }
}
