package io.tenantlens.portal.staff.sla.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestShops;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class RankingPagesTest {

    private static final SignedIn SRE = SignedIn.staff("staff-sre");

    @BeforeAll
    static void open() {
        TestShops.open();
    }

    @Test
    void tenant_isShownWithWhatIsLeftOfItsBudget() {
        var row = SRE.page("/staff/sla?q=acorn").selectFirst("#found tbody tr");

        assertThat(row).isNotNull();
        assertThat(row.select("th a").attr("href")).isEqualTo("/t/acorn/sla?month=2026-10");
        assertThat(row.select(".badge").text()).isEqualTo("Missed");
        assertThat(row.text()).contains("99.009%", "99.9%", "19,190 requests", "-890.1%");
    }

    @Test
    void tenantWithoutData_isNeitherKeptNorMissed() {
        var row = SRE.page("/staff/sla?q=cedar").selectFirst("#found tbody tr");

        assertThat(row).isNotNull();
        assertThat(row.select(".badge").text()).isEqualTo("No data");
        assertThat(row.select("[data-label=Availability]").text()).isEqualTo("–");
    }

    @Test
    void filters_narrowTogether() {
        assertThat(names("tier=growth&q=acorn")).containsExactly("Acorn Books");
        assertThat(names("tier=starter&q=acorn"))
                .containsExactly("No tenant matches. Try a part of the name, or remove a filter.");
        assertThat(names("state=missed&q=ACORN")).containsExactly("Acorn Books");
        assertThat(names("state=kept&q=acorn").getFirst()).startsWith("No tenant");
        assertThat(names("month=2026-09&q=acorn")).containsExactly("Acorn Books");
        assertThat(names("month=never&tier=none&state=none&page=x&q=acorn")).containsExactly("Acorn Books");
    }

    @Test
    void csv_holdsExactNumbersOfTheView() {
        var csv = SRE.request().get("/staff/sla.csv?q=acorn");

        assertThat(csv.header("Content-Disposition")).contains("service-levels-2026-10.csv");
        assertThat(csv.asString().lines().toList().getLast())
                .contains(
                        ",acorn,Acorn Books,growth,occurrences,99.9,99.009900990099,19000,19190,-890.099009901,missed");
    }

    @Test
    void filter_getsTheListAlone() {
        var part = SRE.request()
                .header("HX-Request", "true")
                .header("HX-Request-Type", "partial")
                .get("/staff/sla?q=acorn")
                .asString();

        assertThat(part).contains("id=\"found\"").doesNotContain("<html");
    }

    @Test
    void tabs_leadOnlyWhereTheReaderMayGo() {
        assertThat(SRE.page("/staff/sla").select(".segments a").eachText()).doesNotContain("Credits");
        assertThat(SignedIn.staff("staff-finance")
                        .page("/staff/sla")
                        .select(".segments a")
                        .eachText())
                .doesNotContain("Objectives");
    }

    @Test
    void tenants_areRefused() {
        assertThat(SignedIn.admin("acorn").status("/staff/sla")).isEqualTo(403);
        assertThat(SignedIn.admin("acorn").status("/staff/sla.csv")).isEqualTo(403);
    }

    private static List<String> names(String query) {
        var page = SRE.page("/staff/sla?" + query);
        var names = page.select("#found tbody th a").eachText();
        return names.isEmpty() ? page.select("#found tbody .empty").eachText() : names;
    }
}
