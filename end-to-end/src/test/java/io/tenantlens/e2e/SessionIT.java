package io.tenantlens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sessions that end elsewhere, or by themselves. */
@ExtendWith(Stack.class)
class SessionIT {

    private static final Duration ID_TOKEN = Duration.ofMinutes(5);
    private static final Duration IDLE = Duration.ofMinutes(30);

    private static Stack.Running stack;
    private static Chromium chromium;

    private BrowserContext browser;

    @BeforeAll
    static void open(Stack.Running running) {
        stack = running;
        chromium = new Chromium();
        new Api(stack).register("dhaka-books");
    }

    @AfterAll
    static void close() {
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
    void sessionEndedByTheProvider_endsHereAtOnce() throws Exception {
        var page = Chromium.signIn(browser, stack, "babul", "/t/dhaka-books/usage");
        assertThat(page.isVisible("#content")).isTrue();

        endSessionsOf("babul");
        page.navigate(stack.portal("/t/dhaka-books/usage").toString());

        assertThat(page.isVisible("#kc-login")).isTrue();
    }

    @Test
    void htmxAfterTheSession_leadsTheWholePageToTheSignInAndBack() throws Exception {
        var page = Chromium.signIn(browser, stack, "rafiq", "/staff/tenants");
        endSessionsOf("rafiq");

        page.click("th[aria-sort] a");
        page.waitForSelector("#kc-login");

        assertThat(page.url()).startsWith(stack.keycloak("/realms/tenantlens").toString());
        page.fill("#username", "rafiq");
        page.fill("#password", "demo");
        page.click("#kc-login");
        page.waitForURL(url -> url.startsWith(stack.portal("/staff/tenants").toString()));
        assertThat(page.isVisible("#rows")).isTrue();
    }

    @Test
    void sessionCookie_endsWithTheIdleTime() {
        Chromium.signIn(browser, stack, "chitra", "/");

        var session = browser.cookies().stream()
                .filter(cookie -> cookie.name.startsWith("q_session"))
                .toList();

        assertThat(session).isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie.httpOnly).isTrue();
            assertThat(Duration.between(Instant.now(), Instant.ofEpochSecond(cookie.expires.longValue())))
                    .isBetween(IDLE, ID_TOKEN.plus(IDLE).plusMinutes(1));
        });
    }

    /** As an administrator of the provider does it; the provider then calls the portal's back channel. */
    private static void endSessionsOf(String user) throws IOException, InterruptedException {
        var token = json(HttpRequest.newBuilder(stack.keycloak("/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username=admin&password="
                                + stack.keycloakPassword())))
                .required("access_token")
                .asText();
        var users = stack.keycloak("/admin/realms/tenantlens/users");
        var found = json(HttpRequest.newBuilder(URI.create(users + "?exact=true&username=" + user))
                .header("Authorization", "Bearer " + token));
        var ended = HttpRequest.newBuilder(
                        URI.create(users + "/" + found.get(0).required("id").asText() + "/logout"))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody())
                .build();
        assertThat(send(ended).statusCode()).isEqualTo(204);
    }

    private static JsonNode json(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(send(request.build()).body());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
