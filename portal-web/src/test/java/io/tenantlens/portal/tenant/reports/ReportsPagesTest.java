package io.tenantlens.portal.tenant.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestShops;
import io.tenantlens.sla.pdf.PdfText;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class ReportsPagesTest {

    private static final String REPORTS = "/t/acorn/reports";
    private static final SignedIn ADMIN = SignedIn.admin("acorn");
    private static final Map<String, String> WEEKLY =
            Map.of("recipients", "amina@shop.example", "cadence", "weekly", "hour", "7", "language", "en");

    @BeforeEach
    void open() {
        TestShops.open();
        TestPostgres.shared()
                .asSuperuser()
                .useHandle(handle -> List.of("report_sends", "report_recipients", "report_subscriptions", "outbox")
                        .forEach(table -> handle.execute("DELETE FROM " + table + " WHERE tenant_id = 'acorn'")));
    }

    @Test
    void subscription_isListedWithItsNextDateInTheShopsZone() {
        assertThat(ADMIN.submit(REPORTS, REPORTS, WEEKLY).statusCode()).isEqualTo(303);

        var page = ADMIN.page(REPORTS);
        assertThat(page.select("tbody tr").getFirst().text())
                .contains("amina@shop.example", "Mondays at 07:00", "English", "26 Oct, 07:00");
        assertThat(page.select("a:contains(Preview)").attr("href"))
                .isEqualTo("/t/acorn/sla.pdf?week=2026-W42&language=en");
        assertThat(page.select("a[href=/t/acorn/sla.pdf?month=2026-09&language=bn]"))
                .hasSize(1);
    }

    @Test
    void shopWithoutSubscriptions_isToldWhatToDo() {
        var page = ADMIN.page(REPORTS);

        assertThat(page.select(".empty").eachText())
                .anySatisfy(text -> assertThat(text).contains("Add one below"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', monthly, 6, en, Enter an e-mail address",
        "x@shop.example\\nBcc: y, monthly, 6, en, This is no e-mail address",
        "x@shop.example, daily, 6, en, Choose weekly or monthly",
        "x@shop.example, monthly, noon, en, Choose an hour",
        "x@shop.example, monthly, 6, xx, Choose English or Bengali",
    })
    void badField_isNamedAndNothingIsKept(
            String recipients, String cadence, String hour, String language, String problem) {
        var refused = ADMIN.submit(
                REPORTS,
                REPORTS,
                Map.of("recipients", recipients, "cadence", cadence, "hour", hour, "language", language));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.asString()).select("[role=alert]").text())
                .contains(problem);
        assertThat(ADMIN.page(REPORTS).text()).contains("No mails on schedule");
    }

    @Test
    void sendNow_putsTheReportIntoTheOutbox_andTheRecipientCanStopItWithOneClick() {
        ADMIN.submit(REPORTS, REPORTS, WEEKLY);
        assertThat(ADMIN.submit(REPORTS, action("send"), Map.of()).statusCode()).isEqualTo(303);

        var mail = new JsonPath(mails().getFirst());
        var file = PdfText.of(Base64.getDecoder().decode(mail.getString("attachments[0].base64")));
        assertThat(file).contains("Service level report", "12 Oct – 18 Oct 2026");
        assertThat(mail.getString("headers.'List-Unsubscribe-Post'")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(ADMIN.page(REPORTS).select("tr:contains(by hand)").text()).contains("0 of 1 delivered");

        var stop = mail.getString("headers.List-Unsubscribe").replaceAll("^<[a-z]+://[^/]+|>$", "");
        assertThat(Jsoup.parse(RestAssured.get(stop).asString()).text()).contains("Stop these mails?", "Acorn Books");
        var clicked = RestAssured.given()
                .redirects()
                .follow(false)
                .formParam("List-Unsubscribe", "One-Click")
                .post(stop);
        assertThat(clicked.statusCode()).isEqualTo(303);
        assertThat(RestAssured.get(stop).asString()).contains("You get no more weekly reports of Acorn Books");

        assertThat(ADMIN.submit(REPORTS, action("send"), Map.of()).statusCode()).isEqualTo(422);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void linkThatWeDidNotMake_endsNothing() {
        assertThat(RestAssured.get("/unsubscribe/acorn.none.x").statusCode()).isEqualTo(404);
        assertThat(RestAssured.post("/unsubscribe/acorn.none.x").statusCode()).isEqualTo(404);
    }

    @Test
    void ended_isGone() {
        ADMIN.submit(REPORTS, REPORTS, WEEKLY);

        assertThat(ADMIN.submit(REPORTS, action("end"), Map.of()).statusCode()).isEqualTo(303);

        assertThat(ADMIN.page(REPORTS).text()).contains("No mails on schedule").doesNotContain("amina@shop.example");
    }

    @Test
    void subscriptionOfOthers_isNotFound() {
        ADMIN.submit(REPORTS, REPORTS, WEEKLY);
        var action = action("end").replace("/t/acorn/", "/t/cedar/");

        var answer = SignedIn.admin("cedar").submit("/t/cedar/reports", action, Map.of());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(ADMIN.page(REPORTS).text()).contains("amina@shop.example");
    }

    @Test
    void staff_readAndChangeNothing() {
        ADMIN.submit(REPORTS, REPORTS, WEEKLY);

        var page = SignedIn.staff("staff-auditor").page(REPORTS);

        assertThat(page.text()).contains("amina@shop.example");
        assertThat(page.select("form[action^=" + REPORTS + "]")).isEmpty();
    }

    @Test
    void foreignTenant_isNotFound() {
        assertThat(ADMIN.status("/t/cedar/reports")).isEqualTo(404);
    }

    @Test
    void viewer_isRefused() {
        assertThat(SignedIn.as("tenant-viewer", "acorn").status(REPORTS)).isEqualTo(403);
    }

    @Test
    void formWithoutToken_isRefused() {
        assertThat(ADMIN.statusWithoutToken(REPORTS, WEEKLY)).isEqualTo(400);
    }

    private static String action(String last) {
        return ADMIN.page(REPORTS).select("form[action$=/" + last + "]").attr("action");
    }

    private static List<String> mails() {
        return TestPostgres.shared()
                .asSuperuser()
                .withHandle(handle -> handle.select(
                                "SELECT payload FROM outbox WHERE tenant_id = 'acorn' AND kind = 'mail'")
                        .mapTo(String.class)
                        .list());
    }
}
