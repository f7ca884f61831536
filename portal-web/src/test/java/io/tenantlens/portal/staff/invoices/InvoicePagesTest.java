package io.tenantlens.portal.staff.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestBills;
import io.tenantlens.portal.testing.TestShops;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class InvoicePagesTest {

    private static final String LIST = "/staff/invoices";
    private static final String ACORN = LIST + "/documents/acorn/2026-09";
    private static final SignedIn FARIDA = SignedIn.staff("staff-finance");
    private static final SignedIn AUDIT = SignedIn.staff("staff-auditor");

    @BeforeEach
    void open() {
        TestShops.open();
        TestBills.startEmpty();
    }

    @Test
    void month_goesFromPreviewToIssued() {
        var started = FARIDA.submit(LIST, LIST + "/runs", Map.of("month", "2026-09"));
        assertThat(started.statusCode()).isEqualTo(303);
        var run = path(started.header("Location"));
        var preview = FARIDA.page(run);
        assertThat(preview.select("h2 .badge").text()).isEqualTo("preview");
        assertThat(preview.select("button.primary").text()).isEqualTo("Approve");
        assertThat(preview.select(".facts").text()).contains("Exceptions 0");

        assertThat(FARIDA.submit(run, run + "/approve", Map.of()).statusCode()).isEqualTo(303);
        assertThat(FARIDA.page(run).select("button.primary").text()).isEqualTo("Issue");
        assertThat(FARIDA.submit(run, run + "/issue", Map.of()).statusCode()).isEqualTo(303);

        assertThat(FARIDA.page(run).select("h2 .badge").text()).isEqualTo("issued");
        assertThat(FARIDA.page(LIST + "?q=acorn").select("#rows tbody tr").text())
                .contains("INV-2026-", "Acorn Books", "Sep 2026", "issued");
    }

    @Test
    void previewIsNotIssued_andThePageSaysWhy() {
        var run = path(
                FARIDA.submit(LIST, LIST + "/runs", Map.of("month", "2026-09")).header("Location"));

        var refused = FARIDA.submit(run, run + "/issue", Map.of());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.asString()).select("[role=alert]").text())
                .contains("approve it before");
    }

    @ParameterizedTest
    @CsvSource({"'', Enter a month", "September, Enter a month", "2026-10, has not ended"})
    void monthThatCanNotBeRun_isRefused(String month, String problem) {
        var refused = FARIDA.submit(LIST, LIST + "/runs", Map.of("month", month));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.asString()).select("[role=alert]").text())
                .contains(problem);
        assertThat(FARIDA.page(LIST).text()).contains("No month was run yet.");
    }

    @Test
    void draft_isLookedAtBeforeItIsApproved() {
        FARIDA.submit(LIST, LIST + "/runs", Map.of("month", "2026-09"));

        var draft = FARIDA.page(ACORN);

        assertThat(draft.select("h1").text()).endsWith("draft");
        assertThat(draft.select("summary").eachText()).contains("Base fee", "API requests");
        assertThat(draft.select("form[action$=/paid]")).isEmpty();
    }

    @Test
    void invoice_isMarkedAsPaid() {
        TestBills.issueSeptember();

        assertThat(FARIDA.submit(ACORN, ACORN + "/paid", Map.of()).statusCode()).isEqualTo(303);

        assertThat(FARIDA.page(ACORN).select("h1 .badge").text()).isEqualTo("paid");
        assertThat(FARIDA.page(LIST + "?status=paid").select("#rows tbody tr")).hasSize(1);
    }

    @Test
    void invoice_isTakenBackWithACreditNote() {
        TestBills.issueSeptember();

        var taken = FARIDA.submit(ACORN, ACORN + "/void", Map.of("reason", "Wrong <plan>"));

        assertThat(taken.header("Location")).endsWith("/acorn/2026-09-credit");
        var note = FARIDA.page(ACORN + "-credit");
        assertThat(note.select("h1").text()).startsWith("Credit note CN-2026-");
        assertThat(note.select(".facts").text()).contains("Wrong <plan>");
        assertThat(FARIDA.page(ACORN).select("h1 .badge").text()).isEqualTo("void");
        assertThat(SignedIn.admin("acorn")
                        .page("/t/acorn/bills/2026-09")
                        .select(".banner")
                        .text())
                .startsWith("Taken back by credit note CN-2026-");
    }

    @Test
    void takingBack_needsAReason() {
        TestBills.issueSeptember();

        var refused = FARIDA.submit(ACORN, ACORN + "/void", Map.of("reason", "  "));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.asString()).select("[role=alert]").text())
                .contains("Enter why");
        assertThat(FARIDA.page(ACORN).select("h1 .badge").text()).isEqualTo("issued");
    }

    @Test
    void forms_withoutTheirTokenAreRefused() {
        TestBills.issueSeptember();

        assertThat(FARIDA.statusWithoutToken(LIST + "/runs", Map.of("month", "2026-09")))
                .isEqualTo(400);
        assertThat(FARIDA.statusWithoutToken(ACORN + "/paid", Map.of("sent", "")))
                .isEqualTo(400);
        assertThat(FARIDA.statusWithoutToken(ACORN + "/void", Map.of("reason", "x")))
                .isEqualTo(400);
        assertThat(FARIDA.page(ACORN).select("h1 .badge").text()).isEqualTo("issued");
    }

    @Test
    void auditor_readsAndChangesNothing() {
        TestBills.issueSeptember();

        assertThat(AUDIT.page(LIST).select("main form[method=post]")).isEmpty();
        assertThat(AUDIT.page(ACORN).select("main form")).isEmpty();
        assertThat(SignedIn.staff("staff-support").status(LIST)).isEqualTo(403);
        assertThat(SignedIn.admin("acorn").status(ACORN)).isEqualTo(403);
    }

    @Test
    void whatDoesNotExist_isNotFound() {
        assertThat(FARIDA.status(ACORN)).isEqualTo(404);
        assertThat(FARIDA.status(LIST + "/documents/_platform/2026-09")).isEqualTo(404);
        assertThat(FARIDA.status(LIST + "/runs/00000000-0000-0000-0000-000000000000"))
                .isEqualTo(404);
    }

    private static String path(String location) {
        return location.substring(location.indexOf(LIST));
    }
}
