package io.tenantlens.portal.staff.sla.maintenance;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class MaintenancePagesTest {

    private static final String PAGE = "/staff/sla/maintenance";
    private static final SignedIn SRE = SignedIn.staff("staff-sre");

    @BeforeEach
    void open() {
        TestShops.open();
        TestPostgres.shared()
                .asSuperuser()
                .useHandle(handle -> handle.execute("DELETE FROM maintenance_windows WHERE title LIKE 'Page test%'"));
    }

    @Test
    void window_isAnnouncedAndTakenBack() {
        assertThat(SRE.submit(PAGE, PAGE, fields(Map.of())).statusCode()).isEqualTo(303);

        var row = SRE.page(PAGE).selectFirst("tbody tr:has(th:contains(Page test))");
        assertThat(row).isNotNull();
        assertThat(row.text()).contains("acorn", "ahead", "22 Oct 2026");
        var cancel = row.select("form").attr("action");
        assertThat(SRE.submit(PAGE, cancel, Map.of()).statusCode()).isEqualTo(303);
        assertThat(SRE.page(PAGE).select("tbody tr:has(th:contains(Page test))").text())
                .contains("taken back");
        assertThat(SRE.submit(PAGE, cancel, Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void pastOutage_isRefusedBesideItsField() {
        var refused = SRE.submit(PAGE, PAGE, fields(Map.of("starts", "2026-10-20T12:00", "tenant", "No shop")));

        assertThat(refused.statusCode()).isEqualTo(422);
        var page = Jsoup.parse(refused.asString());
        assertThat(page.select("#starts-problem").text()).contains("a time to come");
        assertThat(page.select("#tenant-problem").text()).contains("slug");
        assertThat(page.select("[name=title]").attr("value")).isEqualTo("Page test");
        assertThat(SRE.page(PAGE).select("tbody").text()).doesNotContain("Page test");
    }

    @Test
    void form_withoutItsTokenIsRefused() {
        assertThat(SRE.statusWithoutToken(PAGE, fields(Map.of()))).isEqualTo(400);
    }

    @Test
    void auditor_readsAndHasNoForm() {
        assertThat(SignedIn.staff("staff-auditor").page(PAGE).select("main form"))
                .isEmpty();
    }

    private static Map<String, String> fields(Map<String, String> some) {
        var fields = new HashMap<>(Map.of(
                "tenant", "acorn", "title", "Page test", "starts", "2026-10-22T01:00", "ends", "2026-10-22T02:00"));
        fields.putAll(some);
        return fields;
    }
}
