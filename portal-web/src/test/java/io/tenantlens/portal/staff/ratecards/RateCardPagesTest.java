package io.tenantlens.portal.staff.ratecards;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class RateCardPagesTest {

    private static final String LIST = "/staff/ratecards";
    private static final String STARTER = LIST + "/starter/BDT/2025-01-01";
    private static final SignedIn NASRIN = SignedIn.staff("staff-finance");
    private static final SignedIn AUDITOR = SignedIn.staff("staff-auditor");

    /** Published cards stay for ever, so each test has a plan of its own. */
    private final String plan = "pages-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void list_showsEachPlanWithWhatIsInForce() {
        var starter = NASRIN.page(LIST).select("section:has(h2:contains(starter, BDT)) tbody tr");

        assertThat(starter.select("th a").attr("href")).isEqualTo(STARTER);
        assertThat(starter.select("td").eachText())
                .containsExactly("from 1 Jan 2025", "in force", "7", "৳1,500.00", "first version");
    }

    @Test
    void card_showsItsTiersAsTableAndCurve() {
        var page = AUDITOR.page(STARTER);

        var requests = page.select("section:has(h2:contains(API requests))");
        assertThat(requests.select("table:has(caption) tbody tr").eachText())
                .containsExactly("up to 100 ৳0.00 –", "above 100 up to 10,000 ৳12.00 –", "above 10,000 ৳9.00 –");
        assertThat(requests.select("svg.drawing")).hasSize(2);
        assertThat(page.select("section:has(h2:contains(File storage))").text())
                .contains("৳3.50 each", "5 free", "One of GB-months is 1,00,00,00,000 metered");
        assertThat(page.select(".facts").text()).contains("VAT 15%");
        assertThat(page.select("main form")).isEmpty();
    }

    @Test
    void unknownCard_isNotFound() {
        for (var path : new String[] {"/starter/BDT/2024-01-01", "/none/BDT/2025-01-01", "/starter/taka/x"}) {
            assertThat(NASRIN.status(LIST + path)).as(path).isEqualTo(404);
        }
        assertThat(NASRIN.status(LIST + "/drafts/" + UUID.randomUUID())).isEqualTo(404);
        assertThat(NASRIN.status(LIST + "/compare")).isEqualTo(404);
    }

    @Test
    void draft_isEditedInAForm() {
        var draft = start();

        var saved = save(draft, Map.of("/charges/0/price/amount", "1600.00", "/charges/1/price/tiers/1/unit", "11.50"));

        assertThat(saved.statusCode()).isEqualTo(303);
        var page = NASRIN.page(draft);
        assertThat(page.select("input[name=/charges/0/price/amount]").attr("value"))
                .isEqualTo("1600.00");
        assertThat(page.select("section:has(h2:contains(What changes)) tbody tr")
                        .eachText())
                .containsExactly("Fee a month 1500.00 1600.00", "Tier 2, price a unit 12.00 11.50");
    }

    @Test
    void badField_isNamedBesideItAndNothingIsSaved() {
        var draft = start();

        var refused = save(draft, Map.of("/charges/1/price/tiers/1/unit", "much", "/charges/0/price/amount", "9"));

        assertThat(refused.statusCode()).isEqualTo(422);
        var page = Jsoup.parse(refused.asString());
        var field = page.select("td:has(input[name=/charges/1/price/tiers/1/unit])");
        assertThat(field.select("input").attr("value")).isEqualTo("much");
        assertThat(field.select("[role=alert]").text()).contains("must be a decimal number: 'much'");
        assertThat(NASRIN.page(draft)
                        .select("input[name=/charges/0/price/amount]")
                        .attr("value"))
                .isEqualTo("1500.00");
    }

    @Test
    void tiersAndCharges_comeAndGo() {
        var draft = start();

        save(draft, Map.of("then", "add-tier:/charges/1/price/tiers"));
        save(draft, Map.of("then", "add-charge", "newModel", "volume"));
        save(draft, Map.of("then", "drop:/charges/6"));

        var page = NASRIN.page(draft);
        assertThat(page.select("input[name=/charges/1/price/tiers/2/upTo]").attr("value"))
                .isEqualTo("20000");
        assertThat(page.select("input[name=/charges/1/price/tiers/3/upTo]").attr("value"))
                .isEmpty();
        assertThat(page.select("summary strong").eachText())
                .endsWith("E-mails", "New charge")
                .doesNotContain("SMS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flat",
                "unit",
                "graduated",
                "volume",
                "package",
                "capacity",
                "topTier",
                "percentage",
                "graduatedPercentage",
                "dynamic"
            })
    void chargeOfEveryModel_canBeAddedAndIsSoundAtOnce(String model) {
        var draft = start();

        assertThat(save(draft, Map.of("then", "add-charge", "newModel", model)).statusCode())
                .isEqualTo(303);
        assertThat(NASRIN.page(draft)
                        .select("summary:contains(New charge) .badge")
                        .text())
                .isEqualTo(model);
        assertThat(AUDITOR.page(draft).select("h2:contains(New charge)")).hasSize(1);
    }

    @Test
    void document_isEditedAsJsonAndItsProblemsAreNamed() {
        var draft = start();

        var refused = save(draft, Map.of("document", "[{\"id\":\"sms\",\"model\":\"unit\",\"unit\":\"-1\"}]"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.asString()).select(".banner").text())
                .contains("/charges/0/unit: must not be negative: -1");

        var broken = save(draft, Map.of("document", "{\"title\": "));
        assertThat(Jsoup.parse(broken.asString()).select(".banner").text()).contains("is not JSON: look at line 1");
        assertThat(Jsoup.parse(broken.asString()).select("textarea").text()).isEqualTo("{\"title\":");

        var saved = save(draft, Map.of("document", "[{\"id\":\"sms\",\"model\":\"unit\",\"unit\":\"0.30\"}]"));
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(NASRIN.page(draft + "?as=json").select("textarea").text())
                .contains("\"title\" : \"SMS\"", "\"unit\" : \"0.30\"");
    }

    @Test
    void savingTwiceFromOnePage_isRefusedTheSecondTime() {
        var draft = start();
        var fields = fields(NASRIN.page(draft));

        NASRIN.submit(draft, draft, fields);
        var second = NASRIN.submit(draft, draft, fields);

        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(second.asString()).select(".banner").text()).contains("Somebody else saved this draft");
    }

    @Test
    void publishedDraft_becomesTheCardAndIsComparedWithItsBase() {
        var draft = start();
        save(draft, Map.of("/charges/0/price/amount", "1600.00"));

        var published = publish(draft, "2026-11-01");

        assertThat(published.statusCode()).isEqualTo(303);
        assertThat(published.header("Location")).endsWith(LIST + "/" + plan + "/BDT/2026-11-01");
        assertThat(NASRIN.status(draft)).isEqualTo(404);
        assertThat(NASRIN.page(LIST)
                        .select("section:has(h2:contains(" + plan + ")) .badge")
                        .text())
                .isEqualTo("planned");
        var compared = NASRIN.page(LIST + "/compare?before=starter.BDT.2025-01-01&after=" + plan + ".BDT.2026-11-01");
        assertThat(compared.select("tbody tr").text()).isEqualTo("Fee a month 1500.00 1600.00");
        assertThat(actions()).contains("rate-card.published");
    }

    @Test
    void publishing_needsADay() {
        var draft = start();

        var refused = publish(draft, "soon");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.asString()).select("#publish-problem").text())
                .startsWith("Choose the day");
        assertThat(publish(draft, "2096-01-01").statusCode()).isEqualTo(422);
        assertThat(NASRIN.status(draft)).isEqualTo(200);
    }

    @Test
    void planThatIsNoName_isRefusedWithTheReason() {
        var refused = NASRIN.submit(STARTER, STARTER + "/draft", Map.of("newPlan", "My plan", "newCurrency", "BDT"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.asString()).select("[role=alert]").text())
                .contains("The new plan must have");
    }

    @Test
    void form_withoutItsTokenIsRefused() {
        var draft = start();

        assertThat(NASRIN.statusWithoutToken(draft, Map.of("revision", "1"))).isEqualTo(400);
        assertThat(NASRIN.statusWithoutToken(draft + "/publish", Map.of("revision", "1", "validFrom", "2026-11-01")))
                .isEqualTo(400);
        assertThat(NASRIN.statusWithoutToken(draft + "/discard", Map.of())).isEqualTo(400);
        assertThat(NASRIN.status(draft)).isEqualTo(200);
    }

    @Test
    void auditor_readsAndChangesNothing() {
        var draft = start();

        assertThat(AUDITOR.page(draft).select("main form")).isEmpty();
        assertThat(AUDITOR.submit(STARTER, draft + "/discard", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(AUDITOR.submit(STARTER, STARTER + "/draft", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoMayNotSeePrices_isRefused() {
        for (var path : new String[] {LIST, STARTER, LIST + "/compare"}) {
            assertThat(SignedIn.staff("staff-sre").status(path)).isEqualTo(403);
            assertThat(SignedIn.staff("staff-support").status(path)).isEqualTo(403);
            assertThat(SignedIn.admin("acorn").status(path)).isEqualTo(403);
        }
    }

    private String start() {
        var started = NASRIN.submit(STARTER, STARTER + "/draft", Map.of("newPlan", plan, "newCurrency", "BDT"));
        assertThat(started.statusCode()).isEqualTo(303);
        return started.header("Location").replaceFirst("https?://[^/]+", "");
    }

    /** Sends the form as it is shown, with some fields changed, or the document in place of them. */
    private static Response save(String draft, Map<String, String> changes) {
        var fields = fields(NASRIN.page(draft + (changes.containsKey("document") ? "?as=json" : "")));
        fields.putAll(changes);
        return NASRIN.submit(draft, draft, fields);
    }

    private static Response publish(String draft, String day) {
        var revision = NASRIN.page(draft).select("input[name=revision]").attr("value");
        return NASRIN.submit(draft, draft + "/publish", Map.of("revision", revision, "validFrom", day));
    }

    private static Map<String, String> fields(Document page) {
        var fields = new HashMap<String, String>();
        var form = page.select("main form").getFirst();
        form.select("input[name]").forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        form.select("select[name]").forEach(select -> fields.put(select.attr("name"), chosen(select)));
        return fields;
    }

    private static String chosen(Element select) {
        return select.select("option[selected]").attr("value");
    }

    private static List<String> actions() {
        return TestPostgres.shared()
                .asSuperuser()
                .withHandle(handle -> handle.createQuery("SELECT DISTINCT action FROM audit_records")
                        .mapTo(String.class)
                        .list());
    }
}
