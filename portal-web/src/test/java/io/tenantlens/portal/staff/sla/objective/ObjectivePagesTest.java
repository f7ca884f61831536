package io.tenantlens.portal.staff.sla.objective;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestShops;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class ObjectivePagesTest {

    private static final String PAGE = "/staff/sla/objectives";
    private static final SignedIn SRE = SignedIn.staff("staff-sre");

    @BeforeEach
    void open() {
        TestShops.open();
    }

    @AfterEach
    void takeBack() {
        TestPostgres.shared().asSuperuser().useHandle(handle -> {
            handle.execute("DELETE FROM tenant_objectives WHERE valid_from > '2026-10-20'");
            handle.execute("DELETE FROM tier_objectives WHERE valid_from > '2026-10-20'");
        });
    }

    @Test
    void promises_areListedAndThoseInForceMarked() {
        var row = SRE.page(PAGE).selectFirst("tbody tr:has(th:contains(Tier growth))");

        assertThat(row).isNotNull();
        assertThat(row.select(".badge").text()).isEqualTo("in force");
        assertThat(row.text()).contains("99.9% of requests", "calendar month", "95% within 500 ms", "10% below 99.9%");
    }

    @Test
    void change_startsWithWhatWasPromisedLast() {
        var form = SRE.page(PAGE + "?of=tier:enterprise").select("#set form");

        assertThat(form.select("option[selected]").eachText()).containsExactly("Tier enterprise", "requests");
        assertThat(form.select("[name=availability]").attr("value")).isEqualTo("99.95");
        assertThat(form.select("[name=validFrom]").attr("value")).isEqualTo("2026-10-21");
        assertThat(form.select("[name=creditSteps]").attr("value")).isEqualTo("99.95:10, 99.0:25, 95.0:50");
    }

    @Test
    void objective_isSetAhead() {
        var answer = SRE.submit(PAGE, PAGE, fields(Map.of("holder", "tenant", "tenant", "acorn", "windowDays", "28")));

        assertThat(answer.statusCode()).isEqualTo(303);
        var row = SRE.page(PAGE).selectFirst("tbody tr:has(th:contains(acorn))");
        assertThat(row).isNotNull();
        assertThat(row.text()).contains("ahead", "99.95% of requests", "28 rolling days");
    }

    @ParameterizedTest
    @CsvSource({
        "validFrom, 2026-10-20, Send 2026-10-21 or later",
        "availability, 100.1, Send a percentage above 0",
        "windowDays, 0, 'Send 1 to 366 days'",
        "creditSteps, lots, 'Send up to 10 different bounds'",
        "latencySeconds, -1, Send seconds above 0",
        "validUntil, 2026-12-01, Leave this out",
    })
    void badField_isNamedAndNothingIsSet(String field, String value, String problem) {
        var refused = SRE.submit(PAGE, PAGE, fields(Map.of(field, value)));

        assertThat(refused.statusCode()).isEqualTo(422);
        var page = Jsoup.parse(refused.asString());
        assertThat(page.select("#" + field + "-problem").text()).contains(problem);
        assertThat(page.select("[name=" + field + "]").attr("value")).isEqualTo(value);
        assertThat(SRE.page(PAGE).select("tbody").text()).doesNotContain("ahead");
    }

    @Test
    void export_readInAgainOnAnotherDay_setsTheSame() {
        var yaml = SRE.request().get(PAGE + ".yaml");
        var later = yaml.asString().replace("'2020-01-01'", "2026-11-01").replace("2020-01-01", "2026-11-01");

        assertThat(yaml.header("Content-Disposition")).contains("objectives.yaml");
        assertThat(SRE.submit(PAGE, PAGE + "/import", Map.of("file", later)).statusCode())
                .isEqualTo(303);
        assertThat(SRE.page(PAGE).select("tbody tr:contains(ahead)")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "'nothing', 'must be an object'",
        "'a: [', 'This is no YAML'",
        "'apiVersion: openslo/v2alpha', 'openslo/v1'",
        "'', 'has no SLO'"
    })
    void badFile_isRefusedAndShownAgain(String file, String problem) {
        var refused = SRE.submit(PAGE, PAGE + "/import", Map.of("file", file));

        assertThat(refused.statusCode()).isEqualTo(422);
        var page = Jsoup.parse(refused.asString());
        assertThat(page.select("#import [role=alert]").text()).contains(problem);
        assertThat(page.select("textarea").text()).isEqualTo(file);
    }

    @Test
    void form_withoutItsTokenIsRefused() {
        assertThat(SRE.statusWithoutToken(PAGE, fields(Map.of()))).isEqualTo(400);
        assertThat(SRE.statusWithoutToken(PAGE + "/import", Map.of("file", "x")))
                .isEqualTo(400);
    }

    @Test
    void auditor_readsAndHasNoForm() {
        assertThat(SignedIn.staff("staff-auditor").page(PAGE).select("main form"))
                .isEmpty();
    }

    private static Map<String, String> fields(Map<String, String> some) {
        var fields = new HashMap<>(Map.of(
                "holder", "tier:growth",
                "validFrom", "2026-11-01",
                "availability", "99.95",
                "counting", "occurrences",
                "latencySeconds", "0.4",
                "latencyPercent", "97"));
        fields.putAll(some);
        return fields;
    }
}
