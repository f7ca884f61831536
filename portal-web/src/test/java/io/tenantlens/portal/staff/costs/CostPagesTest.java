package io.tenantlens.portal.staff.costs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestShops;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class CostPagesTest {

    private static final SignedIn FARIDA = SignedIn.staff("staff-finance");
    private static final SignedIn AUDITOR = SignedIn.staff("staff-auditor");
    private static final String OCTOBER = "/staff/costs?from=2026-10-01&to=2026-10-03";
    private static final String ACORN = "/staff/costs/tenants/acorn";

    @BeforeEach
    void allocate() {
        TestShops.open();
        TestPostgres.shared().as("tenantlens_worker").useHandle(handle -> {
            handle.execute("SELECT ensure_month_partitions('cost_days', '2026-10-01', '2026-10-31')");
            for (var table : List.of("cost_days", "cost_day_runs", "cost_day_pools")) {
                handle.execute("DELETE FROM " + table + " WHERE day >= '2026-10-01' AND day < '2026-11-01'");
            }
            handle.execute("DELETE FROM cost_months WHERE month = '2026-10-01'");
            handle.execute(
                    "INSERT INTO cost_days (tenant_id, day, total, sms, database, requests, orders, pool_amounts)"
                            + " VALUES ('acorn', '2026-10-01', 40000000, 40000000, 0, 1000, 40, '{40000000,0}'), ('cedar',"
                            + " '2026-10-01', 900500000, 500000, 900000000, 0, 0, '{500000,900000000}')");
            handle.execute("INSERT INTO cost_months (tenant_id, month, days, total) VALUES ('acorn', '2026-10-01', 1,"
                    + " 40000000)");
            handle.execute("INSERT INTO cost_day_runs VALUES ('2026-10-01', '2026-10-20 06:00Z', 3, 950.5, 7, 3, 950.5,"
                    + " DEFAULT, '{sms,database-dedicated}')");
            handle.execute("INSERT INTO cost_day_pools VALUES ('2026-10-01', 'sms', 'SMS', 'sms', 'shared', 'usage',"
                    + " 50.5, 40.5, 7, 3, 'weighted', 'sms', 162), ('2026-10-01', 'database-dedicated', 'Dedicated"
                    + " databases', 'database', 'dedicated', 'usage', 900, 900, 0, 0, 'own', NULL, 1)");
        });
    }

    @Test
    void parts_addUpToThePlatform() {
        var page = FARIDA.page(OCTOBER);

        assertThat(page.select(".tile .value").eachText()).startsWith("৳950.50", "৳940.50");
        var proof = page.select("section:has(h2:contains(How it adds up))");
        assertThat(proof.select(".badge.good").text()).isEqualTo("Adds up to the last unit");
        assertThat(proof.select("tbody td[data-label=Amount]").eachText())
                .containsExactly("৳40.50", "৳900.00", "৳0.00", "৳7.00", "৳3.00");
        assertThat(proof.select("tfoot td.amount").text()).isEqualTo("৳950.50");
    }

    @Test
    void tenants_comeWithTheLargestCostFirst() {
        var page = FARIDA.page(OCTOBER);

        var table = page.select("section:has(h2:matches(^Tenants$))");
        assertThat(table.select("tbody th").eachText()).containsExactly("Cedar Fish", "Acorn Books");
        assertThat(table.select("tr:has(th:contains(Acorn)) td").eachText())
                .containsSubsequence("growth", "৳40.00", "৳40.00", "৳1.00");
    }

    @Test
    void figuresThatDoNotAddUp_areSaidTo() {
        TestPostgres.shared()
                .as("tenantlens_worker")
                .useHandle(handle -> handle.execute(
                        "UPDATE cost_days SET total = total + 1 WHERE tenant_id = 'acorn' AND day = '2026-10-01'"));

        assertThat(FARIDA.page(OCTOBER).select(".badge.bad").eachText()).contains("Does not add up");
    }

    @Test
    void csv_hasPlainExactNumbers() {
        var csv = FARIDA.request()
                .get("/staff/costs.csv?from=2026-10-01&to=2026-10-03&q=acorn")
                .asString();

        assertThat(csv).startsWith("tenant,name,tier,plan,hosting,cost_bdt,cost_before_bdt,compute_bdt,");
        assertThat(csv).contains("acorn,Acorn Books,growth,growth,shared,40.000000,");
        assertThat(csv).doesNotContain("cedar");
    }

    @Test
    void tenant_opensIntoItsLinesWithWeights() {
        var page = FARIDA.page(ACORN + "?from=2026-10-01&to=2026-10-03");

        var lines = page.select("section:has(h2:contains(Lines))");
        assertThat(lines.select("tbody tr").eachText()).hasSize(1);
        assertThat(lines.select("tbody td").eachText())
                .startsWith("SMS", "by text messages")
                .contains("162", "৳40.00");
        assertThat(lines.select("tfoot").text()).contains("৳40.00");
    }

    @Test
    void budget_isSetByFinance_andReadByTheAuditor() {
        assertThat(FARIDA.submit(ACORN, ACORN + "/budget", Map.of("amount", "50"))
                        .statusCode())
                .isEqualTo(303);

        var budgets = FARIDA.page("/staff/costs").select("section:has(h2:contains(Budgets))");
        assertThat(budgets.select("tbody td").eachText()).startsWith("৳50.00", "৳40.00", "80%");
        assertThat(AUDITOR.page(ACORN).select("form[action$=budget]")).isEmpty();
        assertThat(AUDITOR.submit(ACORN, ACORN + "/budget", Map.of("amount", "1"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(FARIDA.statusWithoutToken(ACORN + "/budget", Map.of("amount", "1")))
                .isEqualTo(400);
    }

    @Test
    void badBudget_isRefusedBesideItsField() {
        var refused = FARIDA.submit(ACORN, ACORN + "/budget", Map.of("amount", "-5"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString())
                .contains("Enter an amount in taka above zero")
                .contains("value=\"-5\"");
    }

    @Test
    void unitCost_getsAVersion_onceForADay() {
        TestPostgres.shared()
                .asSuperuser()
                .useHandle(handle -> handle.execute("DELETE FROM unit_costs WHERE valid_from = '2026-12-05'"));
        var fields = Map.of("key", "sms", "amount", "0.31", "validFrom", "2026-12-05");

        var made = FARIDA.submit("/staff/costs/settings", "/staff/costs/settings/unit-costs", fields);
        var again = FARIDA.submit("/staff/costs/settings", "/staff/costs/settings/unit-costs", fields);

        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(FARIDA.page("/staff/costs/settings")
                        .select("tr:contains(৳0.31) .badge")
                        .text())
                .isEqualTo("to come");
        assertThat(AUDITOR.page("/staff/costs/settings").select("form[action$=unit-costs]"))
                .isEmpty();
        assertThat(FARIDA.statusWithoutToken("/staff/costs/settings/unit-costs", fields))
                .isEqualTo(400);
    }

    @Test
    void whoMayNotSeeCost_isRefused_andNoTenantIsGuessed() {
        assertThat(SignedIn.staff("staff-sre").status("/staff/costs")).isEqualTo(403);
        assertThat(SignedIn.admin("acorn").status(ACORN)).isEqualTo(403);
        assertThat(FARIDA.status("/staff/costs/tenants/no-such-tenant")).isEqualTo(404);
    }
}
