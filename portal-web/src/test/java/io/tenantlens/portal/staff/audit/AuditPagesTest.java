package io.tenantlens.portal.staff.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestShops;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class AuditPagesTest {

    private static final SignedIn AUDITOR = SignedIn.staff("staff-auditor");

    @BeforeAll
    static void record() {
        TestShops.open();
        for (int i = 0; i < 120; i++) {
            append("Page Turner", "pages.turned", "acorn", "{\"leaf\":\"" + i + "\"}");
        }
        append("=cmd|' /C calc'!A1", "pages.torn", "cedar", "{\"leaf\":\"<b>one</b>\"}");
    }

    @Test
    void trail_tellsWhoWhatWhenForWhom() {
        var page = AUDITOR.page("/staff/audit?actor=page");

        var row = page.selectFirst("#records tbody tr");
        assertThat(row).isNotNull();
        assertThat(row.select("td").eachText()).contains("Page Turner", "pages.turned", "acorn", "leaf: 119");
        assertThat(row.select("time").attr("datetime")).endsWith("Z");
        assertThat(page.select(".lead .badge").text()).matches("Not checked yet|Verified up to record [0-9,]+");
    }

    @Test
    void filters_narrowTogether() {
        assertThat(rows("/staff/audit?tenant=acorn&action=pages.turned")).hasSize(50);
        assertThat(rows("/staff/audit?tenant=cedar&action=pages.turned")).isEmpty();
        assertThat(rows("/staff/audit?action=pages.torn&to=2001-01-01")).isEmpty();
        assertThat(rows("/staff/audit?action=pages.torn&from=2001-01-01")).hasSize(1);
        assertThat(rows("/staff/audit?tenant=no-such-shop")).isEmpty();
    }

    @Test
    void older_leadsThroughAllRecordsOnce() {
        var positions = new ArrayList<String>();
        var path = "/staff/audit?action=pages.turned";
        while (!path.isEmpty()) {
            var page = AUDITOR.page(path);
            positions.addAll(page.select("#records tbody th").eachText());
            path = page.select("a[rel=next]").attr("href");
        }

        assertThat(positions).hasSize(120);
        assertThat(new HashSet<>(positions)).hasSize(120);
    }

    @Test
    void text_isShownAsText() {
        assertThat(AUDITOR.request().get("/staff/audit?action=pages.torn").asString())
                .contains("&lt;b&gt;one&lt;/b&gt;")
                .doesNotContain("<b>one</b>");
    }

    @Test
    void csv_holdsAllOfTheViewAndNoFormula() {
        var csv = AUDITOR.request().get("/staff/audit.csv?action=pages.turned");
        var torn = AUDITOR.request().get("/staff/audit.csv?action=pages.torn").asString();

        assertThat(csv.header("Content-Disposition")).contains("audit.csv");
        assertThat(csv.asString().lines()).hasSize(121);
        assertThat(torn).contains(",'=cmd");
    }

    @Test
    void filter_getsTheRecordsAlone() {
        var part = AUDITOR.request()
                .header("HX-Request", "true")
                .header("HX-Request-Type", "partial")
                .get("/staff/audit?action=pages.torn")
                .asString();

        assertThat(part).contains("id=\"records\"").doesNotContain("<html");
    }

    @Test
    void others_areRefused() {
        assertThat(SignedIn.staff("staff-finance").status("/staff/audit")).isEqualTo(403);
        assertThat(SignedIn.admin("acorn").status("/staff/audit.csv")).isEqualTo(403);
    }

    private static java.util.List<String> rows(String path) {
        return AUDITOR.page(path).select("#records tbody th").eachText();
    }

    private static void append(String name, String action, String tenant, String detail) {
        TestPostgres.shared()
                .as("tenantlens_worker")
                .useHandle(handle -> handle.select(
                                "SELECT append_audit('test', ?, ?, ?, ?, ?)", name, name, action, tenant, detail)
                        .mapTo(Long.class)
                        .one());
    }
}
