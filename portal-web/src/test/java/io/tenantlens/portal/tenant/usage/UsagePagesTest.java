package io.tenantlens.portal.tenant.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestShops;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class UsagePagesTest {

    private static final SignedIn AMINA = SignedIn.admin("acorn");

    @BeforeAll
    static void open() {
        TestShops.open();
    }

    @Test
    void groups_addUpToTheWholeAndSayTheirShare() {
        var page = AMINA.page("/t/acorn/usage?meter=requests&groupBy=status&from=2026-10-11&to=2026-10-20");

        assertThat(page.select(".big").text()).isEqualTo("10,100");
        var groups = page.select("table:has(caption:contains(by status)) tbody tr");
        assertThat(groups.eachText()).containsExactly("200 10,000 99%", "503 100 1%");
    }

    @Test
    void monthOpensIntoDays_andDayIntoHours() {
        var months = AMINA.page("/t/acorn/usage?meter=requests&from=2026-06-01&to=2026-10-20");
        var days = AMINA.page("/t/acorn/usage?meter=requests&from=2026-10-01&to=2026-10-20");
        var hours = AMINA.page("/t/acorn/usage?meter=requests&from=2026-10-19&to=2026-10-19");

        assertThat(months.select(".chart tbody a").getLast().attr("href")).contains("from=2026-10-01&to=2026-10-31");
        assertThat(days.select(".chart tbody a").getFirst().attr("href")).contains("from=2026-10-01&to=2026-10-01");
        assertThat(hours.select(".chart tbody tr")).hasSize(24);
        assertThat(hours.select(".chart tbody tr").getFirst().text()).isEqualTo("19 Oct, 00:00–01:00 50");
        assertThat(hours.select(".chart tbody a")).isEmpty();
    }

    @Test
    void comparison_showsTheDaysBefore() {
        var page = AMINA.page("/t/acorn/usage?meter=orders&from=2026-10-11&to=2026-10-20&compare=previous");

        assertThat(page.select(".legend li").eachText()).containsExactly("Orders", "Before");
        assertThat(page.select(".chart tbody tr").get(4).text()).isEqualTo("15 Oct 2026 40 no data");
    }

    @Test
    void table_listsUsedMetersInTheChosenOrder() {
        var page = AMINA.page("/t/acorn/usage?sort=total");

        assertThat(page.select("tr:has(td .spark) th").eachText()).containsExactly("Orders", "Requests");
        assertThat(page.select("th[aria-sort=ascending]").text()).isEqualTo("Used");
    }

    @Test
    void csv_hasTheSameNumbersInPlainForm() {
        var csv = AMINA.request()
                .get("/t/acorn/usage.csv?meter=orders&from=2026-10-11&to=2026-10-20")
                .asString();

        assertThat(csv)
                .contains("start,end,meter,quantity,unit")
                .contains("2026-10-11T00:00:00+06:00,2026-10-12T00:00:00+06:00,orders,40,orders");
    }

    @Test
    void brokenRange_isExplainedAndTheUsualOneShown() {
        var page = AMINA.page("/t/acorn/usage?from=2026-10-20&to=2026-10-01");

        assertThat(page.select("[role=alert]").text()).isEqualTo("The first day must not be after the last one.");
        assertThat(page.select("input[name=from]").attr("value")).isEqualTo("2026-09-21");
    }

    @Test
    void foreignTenant_isNotFound() {
        assertThat(AMINA.status("/t/cedar/usage")).isEqualTo(404);
        assertThat(AMINA.status("/t/cedar/usage.csv")).isEqualTo(404);
    }

    @Test
    void personWithoutRole_isRefused() {
        assertThat(SignedIn.as("", "").status("/t/acorn/usage")).isEqualTo(403);
    }
}
