package io.tenantlens.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Stack.class)
class TenantJourneyIT {

    private static final Map<String, String> LISTING =
            Map.of("endpoint", "/api/v1/products", "method", "GET", "status", "200");

    private static Stack.Running stack;
    private static Api api;
    private static Chromium chromium;

    private BrowserContext browser;

    @BeforeAll
    static void sendUsage(Stack.Running running) {
        stack = running;
        api = new Api(stack);
        chromium = new Chromium();
        api.register("dhaka-books", "sylhet-tea", "khulna-fish");
        assertThat(api.count("dhaka-books", "http_requests_total", LISTING, 10, 2_510, 7_331)
                        .statusCode())
                .isEqualTo(204);
        assertThat(api.count("sylhet-tea", "http_requests_total", LISTING, 0, 999)
                        .statusCode())
                .isEqualTo(204);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(requestsOf("dhaka-books", "amina")).isEqualTo("7321"));
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @BeforeEach
    void openBrowser() {
        browser = chromium.desktop();
    }

    @AfterEach
    void leave() {
        browser.close();
    }

    @Test
    void tenantUser_seesTheNumbersThatWereSent() {
        var page = Chromium.signIn(browser, stack, "amina", "/");

        assertThat(page.url()).endsWith("/t/dhaka-books");
        assertThat(page.innerText("main")).contains("7,321");
        page.navigate(stack.portal("/t/dhaka-books/usage?meter=requests").toString());
        assertThat(page.innerText("main")).contains("7,321").doesNotContain("999");
    }

    @Test
    void foreignTenant_isAsUnknownAsOneThatDoesNotExist() {
        var page = Chromium.signIn(browser, stack, "amina", "/t/dhaka-books");

        var foreign = page.navigate(stack.portal("/t/sylhet-tea").toString());
        var foreignText = page.innerText("main");
        var unknown = page.navigate(stack.portal("/t/no-such-shop").toString());

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(page.innerText("main")).isEqualTo(foreignText);
        assertThat(api.get("/api/v1/tenants/sylhet-tea", "amina").statusCode()).isEqualTo(404);
        assertThat(api.get("/api/v1/tenants/sylhet-tea/usage?meter=requests", "amina")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void userWithoutRole_isToldThatNothingIsOpenToThem() {
        var page = Chromium.signIn(browser, stack, "nobody", "/");

        assertThat(page.reload().status()).isEqualTo(403);
    }

    @Test
    void signedOutUser_mustSignInAgain() {
        var page = Chromium.signIn(browser, stack, "chitra", "/t/sylhet-tea");
        page.click("[popovertarget=person]");
        page.click("text=Sign out");

        page.navigate(stack.portal("/t/sylhet-tea").toString());

        assertThat(page.isVisible("#kc-login")).isTrue();
    }

    @Test
    void support_viewsAsTenantUnderABanner() {
        var page = Chromium.signIn(browser, stack, "sumon", "/t/dhaka-books");

        assertThat(page.innerText(".banner")).contains("as staff");
        assertThat(page.innerText("main")).contains("7,321");
    }

    private static String requestsOf(String tenant, String user) {
        var points = api.read("/api/v1/tenants/" + tenant + "/usage?meter=requests&interval=day", user)
                .path("points");
        return points.isEmpty()
                ? ""
                : points.get(points.size() - 1).path("value").asText();
    }
}
