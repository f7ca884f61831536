package io.tenantlens.portal.tenant.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestShops;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class OverviewPagesTest {

    private static final SignedIn AMINA = SignedIn.admin("acorn");

    @BeforeAll
    static void open() {
        TestShops.open();
    }

    @Test
    void ownTenant_seesItsUsageAgainstTheDaysBefore() {
        var page = AMINA.page("/t/acorn?from=2026-10-11&to=2026-10-20");

        assertThat(page.selectXpath("//h1").text()).isEqualTo("Acorn Books");
        var requests = page.select(".tile").first();
        assertThat(requests).isNotNull();
        assertThat(requests.select(".name").text()).isEqualTo("Requests");
        assertThat(requests.select(".value").text()).isEqualTo("10,100");
        assertThat(requests.select(".badge").text()).isEqualTo("+11.1%");
    }

    @Test
    void dayWithoutData_isAGapInChartAndTable() {
        var page = AMINA.page("/t/acorn?from=2026-10-01&to=2026-10-20");

        assertThat(page.select("figure[data-chart=requests] tbody tr").get(4).text())
                .isEqualTo("5 Oct 2026 no data");
        assertThat(page.select("figure[data-chart=requests] .wide path.line:not(.unfinished)"))
                .hasSize(2);
    }

    @Test
    void today_isDrawnAsUnfinished() {
        var page = AMINA.page("/t/acorn?from=2026-10-01&to=2026-10-20");

        assertThat(page.select("figure[data-chart=requests] .wide path.unfinished"))
                .hasSize(1);
        assertThat(page.select("figure[data-chart=requests] tbody tr")
                        .eachText()
                        .getLast())
                .startsWith("20 Oct 2026, so far");
    }

    @Test
    void htmxRefresh_getsTheFiguresAlone() {
        var fragment = AMINA.request()
                .header("HX-Request", "true")
                .header("HX-Request-Type", "partial")
                .get("/t/acorn");

        assertThat(fragment.header("Vary")).contains("HX-Request");
        assertThat(fragment.asString()).doesNotContain("<html").contains("id=\"overview\"");
    }

    @Test
    void tenantWithoutUsage_isToldSo() {
        var page = SignedIn.admin("birch").page("/t/birch");

        assertThat(page.select(".empty").text()).contains("No usage between");
        assertThat(page.html()).contains("Birch &lt;Tea&gt;");
    }

    @Test
    void foreignTenant_isNotFoundAsIfItDidNotExist() {
        var foreign = AMINA.request().get("/t/birch");
        var unknown = AMINA.request().get("/t/no-such-shop");

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(foreign.asString()).isEqualTo(unknown.asString());
    }

    @Test
    void personWithoutRole_isRefused() {
        assertThat(SignedIn.as("", "").status("/t/acorn")).isEqualTo(403);
    }

    @Test
    void nobodySignedIn_hasToSignIn() {
        assertThat(io.restassured.RestAssured.get("/t/acorn").statusCode()).isEqualTo(401);
    }

    @Test
    void staff_seeABannerAndNoBillWithoutTheRight() {
        var page = SignedIn.staff("staff-sre").page("/t/acorn");

        assertThat(page.select(".banner").text()).startsWith("You are viewing Acorn Books as staff.");
        assertThat(page.select("h2").eachText()).doesNotContain("Bill so far");
    }

    @Test
    void page_obeysAStrictContentSecurityPolicy() {
        var page = Jsoup.parse(AMINA.request().get("/t/acorn").asString());

        assertThat(page.select("[style], style, script:not([src])")).isEmpty();
        assertThat(page.select("[src^=http], [href^=http]")).isEmpty();
    }
}
