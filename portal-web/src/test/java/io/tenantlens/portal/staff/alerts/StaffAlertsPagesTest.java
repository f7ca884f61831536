package io.tenantlens.portal.staff.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestAlerts;
import io.tenantlens.portal.testing.TestShops;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class StaffAlertsPagesTest {

    private static final String PAGE = "/staff/alerts";
    private static final SignedIn SRE = SignedIn.staff("staff-sre");
    private static final SignedIn SUPPORT = SignedIn.staff("staff-support");

    @BeforeEach
    void open() {
        TestShops.open();
        TestAlerts.clear();
    }

    @Test
    void page_showsEveryTenantsAndThePlatformsAlerts() {
        TestAlerts.told("acorn", "NegativeProfitMargin", "internal", true);
        TestAlerts.told("_platform", "ServiceDown", "internal", true);
        TestAlerts.told("cedar", "TenantUsageSpike", "tenant", false);

        var page = SRE.page(PAGE);

        assertThat(page.select("#now tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).contains("NegativeProfitMargin", "acorn", "critical", "1 h 0 min"))
                .anySatisfy(row -> assertThat(row).contains("ServiceDown", "the platform"));
        assertThat(page.select(".tile .value").eachText()).containsExactly("2", "0", "0");
        assertThat(page.text()).contains("TenantUsageSpike");
    }

    @Test
    void refresh_bringsWhatIsOnAlone() {
        var answer = SRE.request().header("HX-Request", "true").get(PAGE).asString();

        assertThat(answer).contains("id=\"now\"", "Nothing is on.").doesNotContain("<html", "History");
    }

    @Test
    void silentSource_isSaid() {
        TestAlerts.answered("2026-10-20 06:00Z");

        assertThat(SRE.page(PAGE).select("#now .banner").text()).contains("Alertmanager is silent");
    }

    @Test
    void alert_tellsItsLabelsAndWhyThereIsNoGraph() {
        var alert = TestAlerts.told("acorn", "TenantUsageSpike", "tenant", true);

        var page = SRE.page(PAGE + "/" + alert);

        assertThat(page.text()).contains("Look at this", "tenant_id", "acorn", "tenantlens.prometheus.url is not set");
        assertThat(SRE.status(PAGE + "/00000000-0000-0000-0000-000000000000")).isEqualTo(404);
    }

    @Test
    void silenceOfWhoOnlyReads_isRefused() {
        var alert = TestAlerts.told("acorn", "TenantUsageSpike", "tenant", true);

        assertThat(SUPPORT.page(PAGE + "/" + alert).select("form[action$=/silence]"))
                .isEmpty();
        assertThat(SUPPORT.submit(PAGE, PAGE + "/" + alert + "/silence", Map.of("hours", "1", "reason", "x"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void silence_needsATimeAReasonAndATokenOfTheForm() {
        var silence = PAGE + "/" + TestAlerts.told("acorn", "TenantUsageSpike", "tenant", true) + "/silence";

        var refused = SRE.submit(PAGE, silence, Map.of("hours", "1000", "reason", " "));

        assertThat(refused.statusCode()).isEqualTo(422);
        var page = Jsoup.parse(refused.asString());
        assertThat(page.select("[role=alert]").eachText())
                .anySatisfy(problem -> assertThat(problem).contains("1 to 168"))
                .anySatisfy(problem -> assertThat(problem).contains("Say why"));
        assertThat(page.select("input[name=hours]").attr("value")).isEqualTo("1000");
        assertThat(SRE.statusWithoutToken(silence, Map.of("hours", "1", "reason", "x")))
                .isEqualTo(400);
    }

    @Test
    void silenceWithoutAlertmanager_saysSo() {
        var silence = PAGE + "/" + TestAlerts.told("acorn", "TenantUsageSpike", "tenant", true) + "/silence";

        var refused = SRE.submit(PAGE, silence, Map.of("hours", "1", "reason", "known"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("tenantlens.alertmanager.url is not set");
    }

    @Test
    void deadLetter_isShownAsTextAndReadAgain() {
        var letter = TestAlerts.letter("{\"version\":\"4\",\"alerts\":[]} <b>");

        assertThat(SRE.request().get(PAGE).asString())
                .contains("&lt;b&gt;", "was not understood")
                .doesNotContain("<b>");
        assertThat(SUPPORT.submit(PAGE, PAGE + "/letters/" + letter + "/replay", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(SRE.submit(PAGE, PAGE + "/letters/" + letter + "/discard", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(SRE.page(PAGE).text()).contains("Every message could be read");
        assertThat(SRE.submit(PAGE, PAGE + "/letters/" + letter + "/replay", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void replayedLetter_isSettled() {
        var letter = TestAlerts.letter("{\"version\":\"4\",\"alerts\":[]}");

        assertThat(SRE.submit(PAGE, PAGE + "/letters/" + letter + "/replay", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(SRE.page(PAGE).text()).contains("Every message could be read");
    }
}
