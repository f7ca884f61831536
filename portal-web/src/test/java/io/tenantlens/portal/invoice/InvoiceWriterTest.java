package io.tenantlens.portal.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.billing.invoice.DocumentKind;
import io.tenantlens.api.billing.invoice.Invoice;
import io.tenantlens.api.billing.invoice.InvoiceHead;
import io.tenantlens.api.billing.invoice.InvoiceLine;
import io.tenantlens.api.billing.invoice.InvoiceStatus;
import io.tenantlens.cost.invoice.TaxTotal;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.ratecard.ChargeId;
import io.tenantlens.cost.rating.LineKind;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.report.ReportTemplate;
import io.tenantlens.sla.pdf.Conformance;
import io.tenantlens.sla.pdf.PdfEngine;
import io.tenantlens.sla.pdf.PdfText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The files stay in {@code target/printed}, to be looked at. */
class InvoiceWriterTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final ZoneId DHAKA = ZoneId.of("Asia/Dhaka");
    private static final Instant NOW = Instant.parse("2026-10-03T06:30:00Z");
    private static final PdfEngine ENGINE = new PdfEngine();
    private static final ReportTemplate TEMPLATE = new ReportTemplate("invoice.html");

    private record Issuer() implements IssuerSettings {

        @Override
        public String name() {
            return "Bazar Platform Ltd.";
        }

        @Override
        public Optional<List<String>> address() {
            return Optional.of(List.of("12 Lake Road", "Dhaka 1205"));
        }

        @Override
        public Optional<String> taxNumber() {
            return Optional.of("BIN 001234567-0101");
        }

        @Override
        public Optional<String> contact() {
            return Optional.of("billing@bazar.example");
        }

        @Override
        public Optional<String> payment() {
            return Optional.of("City Bank 1100 2200 3300");
        }
    }

    @Test
    void invoice_isPrintedForArchivesAndScreenReaders() throws IOException {
        var pdf = print(new Invoice(head(DocumentKind.INVOICE, InvoiceStatus.ISSUED, "BDT"), lines("BDT")), "en");

        keep("invoice-en", pdf);
        assertThat(Conformance.violations(pdf)).isEmpty();
        assertThat(flowing(pdf))
                .contains("Invoice INV-2026-000012", "Bazar Platform Ltd.", "BIN 001234567-0101")
                .contains("ঢাকা বুকস অ্যান্ড ক্রাফট")
                .contains("To be paid by 16 Oct 2026")
                .contains("API requests", "1,20,000 requests ৳0.0125 ৳1,500.00 ৳225.00 ৳1,725.00")
                .contains("correction, for Aug 2026")
                .contains("VAT 15% ৳5,500.00 ৳825.00")
                .contains("Total ৳6,325.00")
                .contains("How to pay: City Bank 1100 2200 3300. Name the number INV-2026-000012.")
                .contains("https://portal.example/t/acorn/bills/2026-09");
    }

    @Test
    void bengali_isSpelledAsItIsRead() throws IOException {
        var pdf = print(new Invoice(head(DocumentKind.INVOICE, InvoiceStatus.PAID, "BDT"), lines("BDT")), "bn");

        keep("invoice-bn", pdf);
        assertThat(Conformance.violations(pdf)).isEmpty();
        assertThat(flowing(pdf))
                .contains("ইনভয়েস", "পরিশোধিত ৫ অক্টো ২০২৬", "ঢাকা বুকস অ্যান্ড ক্রাফট", "৬,৩২৫.০০৳")
                .doesNotContain("পরিশোধের শেষ তারিখ");
    }

    @Test
    void creditNote_namesTheInvoiceItTakesBackAndAsksForNoMoney() {
        var text = flowing(
                print(new Invoice(head(DocumentKind.CREDIT_NOTE, InvoiceStatus.ISSUED, "USD"), lines("USD")), "en"));

        assertThat(text)
                .contains("Credit note INV-2026-000012")
                .contains("Takes back invoice: 2026-09")
                .contains("Note: billed twice")
                .contains("1 USD = ৳117.50 in Sep 2026.")
                .doesNotContain("How to pay");
    }

    private static byte[] print(Invoice invoice, String language) {
        var look = new Look(Locale.of(language, "BD"), DHAKA, NOW);
        var document = new InvoiceWriter(invoice, new Issuer(), look)
                .document(
                        "https://portal.example/t/acorn/bills/" + invoice.head().id());
        return ENGINE.print(TEMPLATE.fill(document.words(), document));
    }

    private static InvoiceHead head(DocumentKind kind, InvoiceStatus status, String currency) {
        boolean note = kind == DocumentKind.CREDIT_NOTE;
        return new InvoiceHead(
                new TenantId("acorn"),
                "ঢাকা বুকস অ্যান্ড ক্রাফট",
                note ? "2026-09-cn" : "2026-09",
                kind,
                status,
                "INV-2026-000012",
                note ? "2026-09" : null,
                SEPTEMBER,
                DHAKA,
                "Growth",
                money("6000.00", currency),
                money("500.00", currency),
                money("0.00", currency),
                money("825.00", currency),
                money("6325.00", currency),
                new BigDecimal(currency.equals("BDT") ? "1" : "117.5"),
                List.of(new TaxTotal(
                        "vat", new BigDecimal("15"), money("5500.00", currency), money("825.00", currency))),
                Instant.parse("2026-10-02T04:00:00Z"),
                note ? null : LocalDate.of(2026, 10, 16),
                status == InvoiceStatus.PAID ? Instant.parse("2026-10-05T04:00:00Z") : null,
                note ? "billed twice" : null);
    }

    private static List<InvoiceLine> lines(String currency) {
        return List.of(
                line(
                        1,
                        "Growth plan",
                        LineKind.FLAT,
                        SEPTEMBER,
                        new Figures("1", null, "4500", "500", "600"),
                        currency),
                line(
                        2,
                        "API requests",
                        LineKind.USAGE,
                        SEPTEMBER,
                        new Figures("120000", "0.0125", "1500", "0", "225"),
                        currency),
                line(
                        3,
                        "Storage",
                        LineKind.CORRECTION,
                        SEPTEMBER.minusMonths(1),
                        new Figures("10", null, "0", "0", "0"),
                        currency));
    }

    private record Figures(String quantity, @Nullable String price, String amount, String discount, String tax) {}

    private static InvoiceLine line(
            int number, String title, LineKind kind, YearMonth month, Figures figures, String currency) {
        var amount = money(figures.amount(), currency);
        var discount = money(figures.discount(), currency);
        var tax = money(figures.tax(), currency);
        return new InvoiceLine(
                number,
                new ChargeId("charge-" + number),
                title,
                kind,
                month,
                "growth",
                LocalDate.of(2026, 1, 1),
                null,
                null,
                kind == LineKind.USAGE ? "requests" : "",
                null,
                new BigDecimal(figures.quantity()),
                figures.price() == null ? null : new BigDecimal(figures.price()),
                amount,
                discount,
                money("0", currency),
                tax,
                amount.minus(discount).plus(tax),
                List.of());
    }

    private static Money money(String amount, String currency) {
        return Money.of(amount, Currency.of(currency));
    }

    private static String flowing(byte[] pdf) {
        return PdfText.of(pdf).replaceAll("\\s+", " ");
    }

    private static void keep(String name, byte[] pdf) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "printed"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
    }
}
