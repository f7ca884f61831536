package io.tenantlens.portal.invoice;

import io.tenantlens.api.billing.invoice.Invoice;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.report.ReportTemplate;
import io.tenantlens.sla.pdf.PdfEngine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Prints documents; days are in the zone that the document was made in. */
@Singleton
class InvoicePrinter {

    private final IssuerSettings issuer;
    private final PdfEngine engine;
    private final Clock clock;
    private final String publicUrl;
    private final ReportTemplate template = new ReportTemplate("invoice.html");

    @Inject
    InvoicePrinter(
            IssuerSettings issuer,
            PdfEngine engine,
            Clock clock,
            @ConfigProperty(name = "tenantlens.public-url") String publicUrl) {
        this.issuer = issuer;
        this.engine = engine;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    byte[] print(Invoice invoice, Locale language) {
        var head = invoice.head();
        var look = new Look(language, head.zone(), clock.instant());
        var page = publicUrl + "/t/" + head.tenant() + "/bills/" + head.id();
        var document = new InvoiceWriter(invoice, issuer, look).document(page);
        return engine.print(template.fill(document.words(), document));
    }
}
