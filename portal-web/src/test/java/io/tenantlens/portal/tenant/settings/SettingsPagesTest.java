package io.tenantlens.portal.tenant.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestShops;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class SettingsPagesTest {

    private static final String SETTINGS = "/t/acorn/settings";
    private static final String TOKENS = SETTINGS + "/tokens";
    private static final SignedIn ADMIN = SignedIn.admin("acorn");

    @BeforeEach
    void open() {
        TestShops.open();
        TestPostgres.shared().asSuperuser().useHandle(handle -> handle.execute("DELETE FROM api_tokens"));
    }

    @Test
    void settings_tellWhatIsKnownOfTheShop() {
        var page = ADMIN.page(SETTINGS);

        assertThat(page.select(".facts dd").eachText()).contains("Acorn Books", "acorn", "growth", "BDT", "Asia/Dhaka");
        assertThat(page.select("table .empty").text()).contains("No tokens yet.");
    }

    @Test
    void newToken_isShownOnceAndWorks() {
        var made = ADMIN.submit(SETTINGS, TOKENS, Map.of("name", "till", "scope", List.of("read"), "days", "30"));

        assertThat(made.statusCode()).isEqualTo(200);
        var secret = Jsoup.parse(made.asString()).select("input[readonly]").attr("value");
        assertThat(secret).startsWith("tl_");
        assertThat(ADMIN.request().get(SETTINGS).asString()).contains("till").doesNotContain(secret);
        RestAssured.given()
                .auth()
                .oauth2(secret)
                .get("/api/v1/tenants/acorn")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'', read, 30, Enter a name",
                "till, -, 30, Choose what the token may do",
                "till, rule-the-world, 30, Choose what the token may do",
                "till, read, 0, Enter 1 to 366 days",
                "till, read, 367, Enter 1 to 366 days",
                "till, read, soon, Enter 1 to 366 days",
            })
    void badField_isNamedAndNothingIsMade(String name, String scope, String days, String problem) {
        var refused = ADMIN.submit(
                SETTINGS,
                TOKENS,
                Map.of("name", name, "scope", scope == null ? List.of() : List.of(scope), "days", days));

        assertThat(refused.statusCode()).isEqualTo(422);
        var page = Jsoup.parse(refused.asString());
        assertThat(page.select("[role=alert]").text()).contains(problem);
        assertThat(page.select("input[name=days]").attr("value")).isEqualTo(days);
        assertThat(tokens()).isZero();
    }

    @Test
    void revokedToken_worksNoLonger() {
        ADMIN.submit(SETTINGS, TOKENS, Map.of("name", "till", "scope", List.of("read"), "days", "30"));
        var revoke = ADMIN.page(SETTINGS).select("form[action$=/revoke]").attr("action");

        var answer = ADMIN.submit(SETTINGS, revoke, Map.of());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith(SETTINGS);
        var page = ADMIN.page(SETTINGS);
        assertThat(page.select("table .badge").text()).startsWith("revoked");
        assertThat(page.select("form[action$=/revoke]")).isEmpty();
    }

    @Test
    void unknownToken_isNotFound() {
        var revoke = TOKENS + "/" + UUID.randomUUID() + "/revoke";

        assertThat(ADMIN.submit(SETTINGS, revoke, Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void form_withoutItsTokenIsRefused() {
        var fields = Map.of("name", "till", "scope", "read", "days", "30");

        assertThat(ADMIN.statusWithoutToken(TOKENS, fields)).isEqualTo(400);
        assertThat(ADMIN.request().post(TOKENS).statusCode()).isBetween(400, 499);
        assertThat(tokens()).isZero();
    }

    @Test
    void staff_lookAndChangeNothing() {
        for (var role : List.of("staff-auditor", "staff-admin")) {
            var page = SignedIn.staff(role).page(SETTINGS);

            assertThat(page.select(".banner").text()).contains("Nothing can be changed here");
            assertThat(page.select("main form")).isEmpty();
        }
    }

    @Test
    void otherTenant_isNotFoundAndTheWrongRoleRefused() {
        assertThat(SignedIn.admin("birch").status(SETTINGS)).isEqualTo(404);
        assertThat(SignedIn.as("tenant-viewer", "acorn").status(SETTINGS)).isEqualTo(403);
        assertThat(SignedIn.as("tenant-billing", "acorn").status(SETTINGS)).isEqualTo(403);
        assertThat(SignedIn.staff("staff-support").status(SETTINGS)).isEqualTo(403);
    }

    private static int tokens() {
        return TestPostgres.shared()
                .asSuperuser()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM api_tokens")
                        .mapTo(Integer.class)
                        .one());
    }
}
