package io.tenantlens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page, at both widths and in both themes, without a serious finding of axe; the pictures stay in target/screenshots. */
@ExtendWith(Stack.class)
class AccessibilityIT {

    private static final List<String> TENANT_PAGES = List.of(
            "/t/dhaka-books",
            "/t/dhaka-books/usage",
            "/t/dhaka-books/usage?meter=requests",
            "/t/dhaka-books/sla",
            "/t/dhaka-books/bills",
            "/t/no-such-shop");
    private static final List<String> STAFF_PAGES =
            List.of("/staff", "/staff/tenants", "/staff/tenants/dhaka-books", "/staff/audit");

    private static Stack.Running stack;
    private static Chromium chromium;

    @BeforeAll
    static void sendUsage(Stack.Running running) {
        stack = running;
        chromium = new Chromium();
        var api = new Api(stack);
        api.register("dhaka-books");
        api.count(
                "dhaka-books",
                "http_requests_total",
                Map.of("endpoint", "/cart", "method", "GET", "status", "200"),
                1,
                99);
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
    void pages_haveNoSeriousFinding(int width, ColorScheme scheme) {
        check("amina", TENANT_PAGES, width, scheme);
        check("nasrin", STAFF_PAGES, width, scheme);
    }

    @Test
    void pages_fitThePhone() {
        try (var browser = chromium.context(390, 844, ColorScheme.LIGHT)) {
            var page = Chromium.signIn(browser, stack, "amina", "/t/dhaka-books");
            for (var path : TENANT_PAGES) {
                page.navigate(stack.portal(path).toString());

                var overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
                assertThat(((Number) overflow).intValue()).as(path).isLessThanOrEqualTo(0);
            }
        }
    }

    private static void check(String user, List<String> paths, int width, ColorScheme scheme) {
        try (var browser = chromium.context(width, 900, scheme)) {
            var page = Chromium.signIn(browser, stack, user, "/");
            for (var path : paths) {
                page.navigate(stack.portal(path).toString());
                picture(page, path + "-" + width + "-" + scheme);
                assertThat(seriousFindings(page))
                        .as(path + " at " + width + " " + scheme)
                        .isEmpty();
            }
        }
    }

    private static List<String> seriousFindings(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(AccessibilityIT::words)
                        .toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().getFirst().getHtml();
    }

    private static void picture(Page page, String name) {
        var file = name.replaceAll("[^A-Za-z0-9-]+", "_").toLowerCase(java.util.Locale.ROOT) + ".png";
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", file))
                .setFullPage(true));
    }
}
