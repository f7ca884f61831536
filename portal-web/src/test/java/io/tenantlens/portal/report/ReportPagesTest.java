package io.tenantlens.portal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tenantlens.api.testing.PostgresTestResource;
import io.tenantlens.portal.testing.October;
import io.tenantlens.portal.testing.SignedIn;
import io.tenantlens.portal.testing.TestShops;
import io.tenantlens.sla.pdf.Conformance;
import io.tenantlens.sla.pdf.PdfText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The files stay in {@code target/printed}, to be looked at. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestProfile(October.class)
class ReportPagesTest {

    private static final SignedIn AMINA = SignedIn.as("tenant-viewer", "reported");
    private static final String REPORT = "/t/reported/sla.pdf";

    @BeforeAll
    static void open() {
        TestShops.open();
        ReportShop.open();
    }

    @AfterAll
    static void close() {
        ReportShop.close();
    }

    @Test
    void month_isPrintedForArchivesAndScreenReaders() {
        var pdf = AMINA.request().get(REPORT + "?month=2026-09").asByteArray();

        keep("month-en", pdf);
        assertThat(Conformance.violations(pdf)).isEmpty();
        assertThat(PdfText.pages(pdf)).isEqualTo(3);
        assertThat(flowing(pdf))
                .contains("Service level report", "Bookshop ঢাকা, Sep 2026")
                .contains("The promise was 99.9%: it was missed.")
                .contains("Availability earns a credit of 10% of the bill")
                .contains("/products/{id}")
                .contains("no data")
                .contains("Availability below 99% earns 25% of the bill.");
    }

    @Test
    void bengali_isSpelledAsItIsRead() {
        var pdf = AMINA.request().get(REPORT + "?month=2026-09&language=bn").asByteArray();

        keep("month-bn", pdf);
        assertThat(Conformance.violations(pdf)).isEmpty();
        assertThat(flowing(pdf))
                .contains("সেবার মানের প্রতিবেদন", "প্রতিশ্রুতি ছিল", "রক্ষা হয়নি")
                .contains("৯৯.৯%")
                .doesNotContain("#");
    }

    @Test
    void week_comparesWithTheWeekBefore() {
        var pdf = AMINA.request().get(REPORT + "?week=2026-W39").asByteArray();

        keep("week-en", pdf);
        assertThat(flowing(pdf))
                .contains("21 Sep – 27 Sep 2026")
                .contains("Credits are for whole months")
                .contains("What was used");
    }

    @Test
    void monthThatRuns_saysSo() {
        var pdf = SignedIn.admin("acorn")
                .request()
                .get("/t/acorn/sla.pdf?month=2026-10")
                .asByteArray();

        assertThat(flowing(pdf)).contains("Oct 2026, so far").contains("No response times were measured.");
    }

    @Test
    void monthWithoutData_saysSoAndPromisesNothing() {
        var pdf = SignedIn.admin("birch")
                .request()
                .get("/t/birch/sla.pdf?month=2026-09&language=en")
                .asByteArray();

        assertThat(flowing(pdf))
                .contains("Birch <Tea>")
                .contains("no requests were measured")
                .doesNotContain("100%");
    }

    @Test
    void staff_getAllTenantsInOneReport() {
        var sre = SignedIn.staff("staff-sre");
        var pdf = sre.request().get("/staff/sla.pdf?month=2026-09").asByteArray();

        keep("staff-en", pdf);
        assertThat(Conformance.violations(pdf)).isEmpty();
        assertThat(flowing(pdf))
                .contains("Service levels of all tenants", "Bookshop ঢাকা growth 99.9% 99.827%", "missed");
        assertThat(sre.page("/staff/sla?month=2026-09").select("a[download]").attr("href"))
                .isEqualTo("/staff/sla.pdf?month=2026-09");
        assertThat(AMINA.status("/staff/sla.pdf")).isEqualTo(403);
    }

    @Test
    void publishedIncident_isTold() {
        ReportShop.publishIncident();

        var pdf = AMINA.request().get(REPORT + "?month=2026-09").asByteArray();

        assertThat(flowing(pdf)).contains("Requests failed The payment provider was away.", "22 Sep, 10:00");
    }

    @Test
    void file_isNamedAfterShopAndDays() {
        var answer = AMINA.request().get(REPORT);

        assertThat(answer.contentType()).isEqualTo("application/pdf");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"sla-reported-2026-09-01.pdf\"");
    }

    @Test
    void daysThatCannotBeRead_areRefusedWithTheField() {
        for (var broken :
                new String[] {"month=2026-13", "month=2027-01", "week=2026-41", "week=1999-W01", "language=fr"}) {
            var answer = AMINA.request().accept("application/pdf").get(REPORT + "?" + broken);

            assertThat(answer.statusCode()).as(broken).isEqualTo(400);
            assertThat(answer.jsonPath().getString("errors[0].pointer"))
                    .isEqualTo("/" + broken.substring(0, broken.indexOf('=')));
        }
    }

    @Test
    void page_linksToTheReportOfItsMonth() {
        var page = AMINA.page("/t/reported/sla?month=2026-09");

        assertThat(page.select("a[download]").attr("href")).isEqualTo(REPORT + "?month=2026-09");
    }

    @Test
    void foreignTenant_isNotFound() {
        assertThat(AMINA.status("/t/cedar/sla.pdf")).isEqualTo(404);
    }

    @Test
    void personWithoutRole_isRefused() {
        assertThat(SignedIn.as("", "").status(REPORT)).isEqualTo(403);
    }

    /** Without the ends of lines. */
    private static String flowing(byte[] pdf) {
        return PdfText.of(pdf).replaceAll("\\s+", " ");
    }

    private static void keep(String name, byte[] pdf) {
        try {
            var folder = Files.createDirectories(Path.of("target", "printed"));
            Files.write(folder.resolve(name + ".pdf"), pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
