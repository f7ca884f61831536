package io.tenantlens.portal.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestBills;
import io.tenantlens.portal.testing.TestShops;
import io.tenantlens.sla.pdf.Conformance;
import io.tenantlens.sla.pdf.PdfText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class InvoiceFilesTest {

    private static final SignedIn BABUL = SignedIn.as("tenant-billing", "acorn");
    private static final String FOR_PROGRAMS = "/api/v1/tenants/acorn/invoices/2026-09.pdf";
    private static final String FOR_PEOPLE = "/t/acorn/bills/2026-09.pdf";

    @BeforeEach
    void issueSeptember() {
        TestShops.open();
        TestBills.issueSeptember();
    }

    @Test
    void invoice_isTheSameForProgramsAndPeople() {
        var forPrograms = BABUL.request().get(FOR_PROGRAMS);
        var forPeople = BABUL.request().get(FOR_PEOPLE);

        assertThat(forPrograms.contentType()).isEqualTo("application/pdf");
        assertThat(forPrograms.header("Content-Disposition")).matches("attachment; filename=\"[A-Za-z0-9._-]+\\.pdf\"");
        assertThat(Conformance.violations(forPrograms.asByteArray())).isEmpty();
        assertThat(PdfText.of(forPeople.asByteArray()))
                .isEqualTo(PdfText.of(forPrograms.asByteArray()))
                .contains("Invoice", "Acorn Books", "VAT", "15%", "Sep 2026");
    }

    @Test
    void invoice_isWrittenInTheLanguageThatIsAskedFor() {
        assertThat(PdfText.of(BABUL.request().get(FOR_PEOPLE + "?language=bn").asByteArray()))
                .contains("ইনভয়েস");
        assertThat(BABUL.request().get(FOR_PROGRAMS + "?language=fr").statusCode())
                .isEqualTo(400);
    }

    @Test
    void page_linksToItsFile() {
        assertThat(BABUL.page("/t/acorn/bills/2026-09").select("a[download]").attr("href"))
                .isEqualTo(FOR_PEOPLE);
    }

    @Test
    void documentThatDoesNotExist_isNotFound() {
        assertThat(BABUL.status("/api/v1/tenants/acorn/invoices/2019-09.pdf")).isEqualTo(404);
        assertThat(BABUL.status("/t/acorn/bills/2019-09.pdf")).isEqualTo(404);
    }

    @Test
    void invoiceOfOthers_isNotFound() {
        assertThat(SignedIn.as("tenant-billing", "birch").status(FOR_PROGRAMS)).isEqualTo(404);
        assertThat(SignedIn.as("tenant-billing", "birch").status(FOR_PEOPLE)).isEqualTo(404);
    }

    @Test
    void viewer_isRefused() {
        assertThat(SignedIn.as("tenant-viewer", "acorn").status(FOR_PROGRAMS)).isEqualTo(403);
        assertThat(SignedIn.as("tenant-viewer", "acorn").status(FOR_PEOPLE)).isEqualTo(403);
    }
}
