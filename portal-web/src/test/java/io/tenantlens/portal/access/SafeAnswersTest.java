package io.tenantlens.portal.access;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantlens.api.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SafeAnswersTest {

    @Test
    void refusal_carriesTheHeaders() {
        var answer = when().get("/api/v1/tenants");

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Origin, https://elsewhere.example, 403",
        "Origin, null, 403",
    })
    void changeFromAnotherSite_isRefused(String header, String value, int status) {
        given().header(header, value).when().post("/logout").then().statusCode(status);
    }

    @Test
    void program_needsNoSite() {
        given().header("Sec-Fetch-Site", "cross-site")
                .contentType("application/json")
                .body("{}")
                .when()
                .post("/api/v1/tenants")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/t/acorn/usage?meter=orders, /t/acorn/usage?meter=orders",
        "https://elsewhere.example/t/acorn, /t/acorn",
        "https://elsewhere.example//evil.example/x, /",
        "not a url, /",
        "javascript:alert(1), /",
    })
    void htmxWithoutSession_goesBackToItsOwnPath(String currentUrl, String path) {
        assertThat(HtmxSignIn.pathOf(currentUrl)).isEqualTo(path);
    }
}
