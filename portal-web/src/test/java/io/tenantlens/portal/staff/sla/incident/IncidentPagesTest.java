package io.tenantlens.portal.staff.sla.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestShops;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class IncidentPagesTest {

    private static final String PAGE = "/staff/sla/incidents";
    private static final SignedIn SRE = SignedIn.staff("staff-sre");

    @BeforeEach
    void open() {
        TestShops.open();
        TestPostgres.shared().asSuperuser().useHandle(handle -> {
            handle.execute("DELETE FROM sla_incidents WHERE tenant_id = 'acorn'");
            handle.execute("""
                INSERT INTO sla_incidents (tenant_id, kind, starts_at, ends_at, bad_hours, affected, total, derived_at)
                VALUES ('acorn', 'budget', '2026-10-12 04:00Z', '2026-10-12 06:00Z', 2, 5, 80, '2026-10-12 06:10Z')\
                """);
        });
    }

    @Test
    void incident_showsWhatItCost() {
        var row = SRE.page(PAGE + "?tenant=acorn").selectFirst("tbody tr");

        assertThat(row).isNotNull();
        assertThat(row.select("[data-label=Lasted]").text()).isEqualTo("2 hours");
        assertThat(row.select("[data-label=Affected]").text()).isEqualTo("5 of 80 (6.3%)");
        assertThat(row.select("[data-label=Of the budget]").text()).isEqualTo("26.1%");
        assertThat(row.select(".badge").text()).isEqualTo("staff only");
        assertThat(SRE.page(PAGE + "?tenant=acorn&month=2026-09").select("tbody tr"))
                .isEmpty();
    }

    @Test
    void incident_isPublishedOnceItIsExplained() {
        var action = action();
        var refused = SRE.submit(PAGE, action, Map.of("note", " ", "publish", "yes"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.asString())
                        .select("details[open] [role=alert]")
                        .text())
                .contains("Say what happened");
        assertThat(SRE.submit(PAGE, action, Map.of("note", "A full <disk>", "publish", "yes"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(SRE.page(PAGE + "?tenant=acorn").select("tbody").text()).contains("published", "A full <disk>");
    }

    @Test
    void incidentThatIsNot_isNotFound() {
        assertThat(SRE.submit(PAGE, PAGE + "/acorn/999999", Map.of("note", "x")).statusCode())
                .isEqualTo(404);
        assertThat(SRE.submit(
                                PAGE,
                                PAGE + "/cedar/" + action().replaceAll("\\D*/(\\d+)\\?.*", "$1"),
                                Map.of("note", "x"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void slugThatIsNone_isNamed() {
        assertThat(SRE.page(PAGE + "?tenant=No%20Shop").select("[role=alert]").text())
                .contains("Enter the slug");
    }

    @Test
    void support_readsAndHasNoForm() {
        assertThat(SignedIn.staff("staff-support").page(PAGE + "?tenant=acorn").select("tbody form"))
                .isEmpty();
        assertThat(SRE.statusWithoutToken(action(), Map.of("note", "x"))).isEqualTo(400);
    }

    private static String action() {
        return SRE.page(PAGE + "?tenant=acorn").select("tbody form").attr("action");
    }
}
