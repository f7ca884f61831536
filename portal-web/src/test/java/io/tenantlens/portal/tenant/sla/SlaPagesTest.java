package io.tenantlens.portal.tenant.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.tenantlens.api.histogram.ClassicHistogram;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestShops;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class SlaPagesTest {

    private static final String PAGE = "/t/acorn/sla";
    private static final SignedIn ADMIN = SignedIn.admin("acorn");

    @BeforeAll
    static void october() {
        TestShops.open();
        forget();
        TestPostgres.shared().asSuperuser().useHandle(handle -> {
            handle.execute("""
                INSERT INTO sla_incidents (tenant_id, kind, starts_at, ends_at, bad_hours, affected, total, derived_at, note, published_at)
                VALUES ('acorn', 'budget', '2026-10-12 04:00Z', '2026-10-12 06:00Z', 2, 5, 80, '2026-10-12 06:10Z',
                        'A full disk', '2026-10-12 08:00Z'),
                       ('acorn', 'budget', '2026-10-14 04:00Z', '2026-10-14 05:00Z', 1, 3, 40, '2026-10-14 06:10Z', 'unread', NULL),
                       ('birch', 'budget', '2026-10-12 04:00Z', '2026-10-12 06:00Z', 1, 3, 40, '2026-10-14 06:10Z', 'of birch',
                        '2026-10-12 08:00Z')\
                """);
            handle.execute("""
                INSERT INTO maintenance_windows (tenant_id, title, announced_at, starts_at, ends_at)
                VALUES ('acorn', 'Sla page: new disks', '2026-10-19 00:00Z', '2026-10-23 00:00Z', '2026-10-23 01:00Z'),
                       ('acorn', 'Sla page: old disks', '2026-10-01 00:00Z', '2026-10-06 20:00Z', '2026-10-06 21:00Z')\
                """);
            handle.execute("""
                INSERT INTO sla_months (tenant_id, month, revision, frozen_at, checked_at, inputs, inputs_hash, good, total,
                                        availability_percent, objective_percent, kept, credit_percent, changes)
                VALUES ('acorn', '2026-09-01', 1, '2026-10-01 00:10Z', '2026-10-01 00:10Z', '{}', sha256('x'), 30000, 30300,
                        99, 99.9, false, 10, '{}'),
                       ('acorn', '2026-09-01', 2, '2026-10-02 00:10Z', '2026-10-02 00:10Z', '{}', sha256('y'), 29990, 30300,
                        98.9, 99.9, false, 25, '{"requests 2026-09-05: 990 good of 1010, was 1000 good of 1010"}')\
                """);
            handle.execute("""
                INSERT INTO sla_credit_claims (tenant_id, month, revision, percent, year_cap_percent, availability_percent,
                                               objective_percent, status, proposed_at, decided_at, bill, amount, currency, note)
                VALUES ('acorn', '2026-09-01', 2, 25, 100, 98.9, 99.9, 'approved', '2026-10-01 00:10Z', '2026-10-03 00:00Z',
                        1000, 250, 'BDT', 'for staff')\
                """);
            for (int day = 1; day <= 3; day++) {
                histogram("2026-10-0" + day, "/orders", 0.2);
                histogram("2026-10-0" + day, "/cart", 0.8);
            }
        });
    }

    @AfterAll
    static void forget() {
        TestPostgres.shared().asSuperuser().useHandle(handle -> {
            handle.execute("DELETE FROM sla_incidents WHERE tenant_id IN ('acorn', 'birch')");
            handle.execute("DELETE FROM maintenance_windows WHERE title LIKE 'Sla page%'");
            handle.execute("DELETE FROM sla_credit_claims WHERE tenant_id = 'acorn'");
            handle.execute("DELETE FROM sla_months WHERE tenant_id = 'acorn'");
            handle.execute("DELETE FROM histogram_day WHERE tenant_id = 'acorn' AND meter = 'request_duration'");
        });
    }

    private static void histogram(String day, String endpoint, double slow) {
        var histogram = ClassicHistogram.of(
                new double[] {0.1, 0.5, 1, Double.POSITIVE_INFINITY}, new double[] {100, 100 - 10 * slow, 10, 0}, 60);
        TestPostgres.shared()
                .asSuperuser()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO histogram_day (tenant_id, meter, day, dimensions, histogram) VALUES ('acorn',"
                                + " 'request_duration', ?::date, jsonb_build_object('endpoint', ?::text), ?)",
                        day,
                        endpoint,
                        histogram.encode()));
    }

    @Test
    void calendar_showsEachDayAndMarksIncidents() {
        var cells = ADMIN.page(PAGE).select(".calendar td:has(.date)");

        assertThat(cells).hasSize(31);
        assertThat(cells.get(3).classNames()).contains("warn");
        assertThat(cells.get(3).text()).isEqualTo("4 99%");
        assertThat(cells.get(4).text()).isEqualTo("5 –");
        assertThat(cells.get(11).select(".mark")).hasSize(1);
        assertThat(cells.get(13).select(".mark")).isEmpty();
        assertThat(cells.get(25).text()).isEqualTo("26");
    }

    @Test
    void burnDown_neverRises() {
        var left = ADMIN.page(PAGE).select("[data-chart=burn-down] tbody td").eachText().stream()
                .filter(text -> !text.equals("no data"))
                .map(text -> new BigDecimal(text.replace("%", "").replace(",", "")))
                .toList();

        assertThat(left).hasSize(20);
        assertThat(left).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void timeline_hasWhatWasPublishedAndMaintenance() {
        var text = ADMIN.page(PAGE).select("main").text();

        assertThat(text)
                .contains(
                        "A full disk",
                        "2 hours",
                        "Sla page: old disks",
                        "Maintenance is announced: Sla page: new disks");
        assertThat(text).doesNotContain("unread", "of birch");
        assertThat(SignedIn.admin("birch").page("/t/birch/sla").select("main").text())
                .contains("of birch")
                .doesNotContain("A full disk", "new disks");
    }

    @Test
    void closedMonth_showsItsRevisionsAndItsCredit() {
        var page = ADMIN.page(PAGE + "?month=2026-09");

        assertThat(page.select(".lead").text()).contains("Sep", "revised");
        assertThat(page.select("main").text())
                .contains("250.00, on the next bill", "requests 2026-09-05: 990 good of 1010, was 1000 good of 1010")
                .doesNotContain("for staff");
    }

    @Test
    void percentiles_openIntoOneEndpointAndItsHours() {
        var month = ADMIN.page(PAGE);
        assertThat(month.select("#latency table.stacked tbody th a").eachText()).containsExactly("/cart", "/orders");

        var one = ADMIN.page(address(month, "#latency table.stacked th a"));
        assertThat(one.select("#latency header").text()).contains("/cart, a day");
        var day = address(one, "#latency figure tbody th a");
        assertThat(day).isEqualTo(PAGE + "?month=2026-10&day=2026-10-01&endpoint=/cart");
        assertThat(ADMIN.page(day).select("#latency header").text()).contains("/cart, hours of");
    }

    /** As the client takes it, which encodes what it is given. */
    private static String address(Document page, String link) {
        return URLDecoder.decode(page.select(link).attr("href").replace("#latency", ""), StandardCharsets.UTF_8);
    }

    @Test
    void choiceThatMakesNoSense_showsTheMonthThatItIs() {
        assertThat(ADMIN.page(PAGE + "?month=never&day=x&endpoint=/none")
                        .select("h1")
                        .text())
                .contains("Oct 2026");
    }

    @Test
    void monthWithoutData_saysSo() {
        var page = SignedIn.admin("cedar").page("/t/cedar/sla");

        assertThat(page.select(".tile .value").eachText()).containsExactly("–", "–", "–", "–");
        assertThat(page.select("main").text()).contains("No response times in", "The month is open");
    }

    @Test
    void api_hasIncidentsTheFrozenMonthAndTheCredit() {
        var september = RestAssured.given()
                .header("X-Test-Caller", "tenant-viewer;acorn")
                .get("/api/v1/tenants/acorn/sla?month=2026-09")
                .jsonPath();
        var october = RestAssured.given()
                .header("X-Test-Caller", "tenant-viewer;acorn")
                .get("/api/v1/tenants/acorn/sla?month=2026-10")
                .jsonPath();

        assertThat(september.getInt("frozen.revision")).isEqualTo(2);
        assertThat(september.getList("frozen.revisions.changes[1]", String.class))
                .hasSize(1);
        assertThat(september.getString("credit.status")).isEqualTo("approved");
        assertThat(september.getString("credit.amount")).isEqualTo("250.00");
        assertThat(october.getString("frozen")).isNull();
        assertThat(october.getString("credit.percent")).isEqualTo("10");
        assertThat(october.getString("credit.status")).isNull();
        assertThat(october.getList("incidents.note", String.class)).isEqualTo(List.of("A full disk"));
    }

    @Test
    void otherTenant_isNotFound() {
        assertThat(SignedIn.admin("birch").status(PAGE)).isEqualTo(404);
        assertThat(SignedIn.as("tenant-viewer", "acorn").status(PAGE)).isEqualTo(200);
        assertThat(SignedIn.staff("nobody").status(PAGE)).isEqualTo(403);
    }
}
