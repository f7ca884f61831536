package io.tenantlens.portal.report;

import io.tenantlens.api.access.TenantScope;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.sla.pdf.PdfEngine;
import io.tenantlens.sla.report.RenderedReport;
import io.tenantlens.sla.report.ReportRenderer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Prints reports as PDF. */
@Singleton
public class PrintedReports implements ReportRenderer {

    private final ReportReader reader;
    private final PdfEngine engine;
    private final ReportTemplate template = new ReportTemplate("sla-report.html");

    @Inject
    PrintedReports(ReportReader reader, PdfEngine engine) {
        this.reader = reader;
        this.engine = engine;
    }

    @Override
    public RenderedReport render(TenantScope scope, DateRange days, Locale language) {
        var report = reader.read(scope, days, language);
        return new RenderedReport(
                report.subject(),
                String.join(" ", report.summary()),
                "sla-" + scope.tenant() + "-" + days.start() + ".pdf",
                engine.print(template.fill(report.words(), report)));
    }

    @Override
    public MailWords mailWords(Locale language) {
        var words = Words.in(language);
        return new MailWords(words.of("mail.attached"), words.of("mail.stop"), words.of("mail.page"));
    }
}
