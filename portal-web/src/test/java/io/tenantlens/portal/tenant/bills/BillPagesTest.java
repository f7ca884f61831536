package io.tenantlens.portal.tenant.bills;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.api.testing.TestPostgres;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestBills;
import io.tenantlens.portal.testing.TestShops;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class BillPagesTest {

    private static final String BILLS = "/t/acorn/bills";
    private static final SignedIn BABUL = SignedIn.as("tenant-billing", "acorn");

    @BeforeEach
    void issueSeptember() {
        TestShops.open();
        TestPostgres.shared().as("tenantlens_worker").useHandle(handle -> handle.execute("""
                INSERT INTO usage_day SELECT 'acorn', 'requests', date '2026-09-30', '{"status": "200"}'::jsonb, 2000000"""));
        TestBills.issueSeptember();
    }

    @Test
    void bills_showTheMonthSoFarItsForecastAndTheLastInvoice() {
        var page = BABUL.page(BILLS);

        assertThat(page.select(".tile h2").eachText())
                .containsExactly("Oct 2026, up to now", "Expected by the end of Oct 2026", "Last invoice, Sep 2026");
        assertThat(page.select(".tile .note").eachText()).anyMatch(note -> note.contains("last seven whole days"));
        assertThat(page.select("a.tile").attr("href")).isEqualTo(BILLS + "/2026-09");
        assertThat(row(page, "API requests").select("td").eachText()).contains("৳9,279.00"); // September
    }

    @Test
    void history_listsWhatWasIssued() {
        var page = BABUL.page(BILLS);

        var document =
                page.select("tr:has(a[href=%s/2026-09])".formatted(BILLS)).text();
        assertThat(document).contains("INV-2026-", "Sep 2026", "Invoice", "issued", "20 Oct 2026", "3 Nov 2026");
    }

    @Test
    void shopWithoutInvoice_isTold() {
        TestBills.startEmpty();

        assertThat(BABUL.page(BILLS).select(".empty").text()).contains("No invoice yet.");
    }

    @Test
    void invoice_hasLinesSumsAndNoExplanationUntilOneIsChosen() {
        var page = BABUL.page(BILLS + "/2026-09");

        assertThat(page.select("h1").text()).startsWith("Invoice INV-2026-").endsWith("issued");
        assertThat(page.select(".facts dt").eachText()).contains("VAT 15% on ৳17,829.00", "Total");
        assertThat(page.select("#explanation").text()).contains("Choose a line above");
        assertThat(page.select(".crumbs a").eachText()).contains("Bills");
    }

    @Test
    void line_opensIntoStepsTiersAndDays() {
        var page = BABUL.page(open("API requests"));

        var why = page.select("#explanation");
        assertThat(why.select("h2").text()).isEqualTo("Why API requests is ৳9,279.00");
        assertThat(why.select(".badge.good").text()).isEqualTo("Rated again just now: ৳9,279.00, as billed");
        assertThat(why.select(".steps li")).isNotEmpty();
        assertThat(why.select(".stacked tbody tr").eachText())
                .containsExactly("up to 1,000 1,000 free – ৳0.00", "1,000 to 10,000 1,031 ৳9.00 – ৳9,279.00");
        assertThat(why.select("figure:has(figcaption) .wide rect")).hasSize(2);
        assertThat(why.select("[data-chart=days] tbody tr")).hasSize(30);
        assertThat(page.select("tr.chosen th").text()).isEqualTo("API requests");
    }

    @Test
    void htmx_getsTheExplanationAlone() {
        var fragment = BABUL.request()
                .header("HX-Request", "true")
                .get(open("API requests"))
                .asString();

        assertThat(fragment).contains("id=\"explanation\"").doesNotContain("<html");
    }

    @Test
    void usageThatCameLater_isTold() {
        TestPostgres.shared()
                .as("tenantlens_worker")
                .useHandle(handle -> handle.execute(
                        "UPDATE usage_day SET quantity = quantity + 5 WHERE tenant_id = 'acorn' AND day = '2026-09-30'"
                                + " AND quantity = 2000000"));

        assertThat(BABUL.page(open("API requests"))
                        .select("#explanation .banner")
                        .text())
                .isEqualTo("Billed here: 20,30,300. Known now: 20,30,305."
                        + " The difference is a correction on a later invoice.");
    }

    @Test
    void whatDoesNotExist_isNotFound() {
        for (var path : List.of("/2026-08", "/2026-09?line=99", "/2026-09?line=first")) {
            assertThat(BABUL.status(BILLS + path)).as(path).isEqualTo(404);
        }
    }

    @Test
    void anotherTenant_getsNotFound_andTheWrongRoleIsRefused() {
        assertThat(SignedIn.admin("birch").status(BILLS + "/2026-09")).isEqualTo(404);
        assertThat(SignedIn.as("tenant-viewer", "acorn").status(BILLS + "/2026-09"))
                .isEqualTo(403);
        assertThat(SignedIn.staff("staff-sre").status(BILLS)).isEqualTo(403);
        assertThat(SignedIn.staff("staff-support").status(BILLS + "/2026-09")).isEqualTo(200);
    }

    private static String open(String title) {
        return BABUL.page(BILLS + "/2026-09")
                .select("th a:containsOwn(%s)".formatted(title))
                .attr("hx-get");
    }

    private static Element row(Document page, String title) {
        return page.select("tr:has(summary:containsOwn(%s))".formatted(title)).getFirst();
    }
}
