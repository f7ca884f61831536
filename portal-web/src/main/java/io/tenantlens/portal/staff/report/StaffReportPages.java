package io.tenantlens.portal.staff.report;

import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.Visits;
import io.tenantlens.portal.report.ReportLanguage;
import io.tenantlens.portal.report.ReportPeriod;
import io.tenantlens.portal.report.ReportTemplate;
import io.tenantlens.sla.pdf.PdfEngine;
import io.tenantlens.sla.reading.SlaStandings;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The ranking of all tenants as a file. */
@Path("/staff/sla.pdf")
class StaffReportPages {

    private final Visits visits;
    private final SlaStandings standings;
    private final PdfEngine engine;
    private final ReportTemplate template = new ReportTemplate("staff-report.html");

    @Inject
    StaffReportPages(Visits visits, SlaStandings standings, PdfEngine engine) {
        this.visits = visits;
        this.standings = standings;
        this.engine = engine;
    }

    /** A month or a week, the last whole month where neither is asked for; in English unless asked otherwise. */
    @GET
    @Produces("application/pdf")
    @PermissionsAllowed("usage:read")
    public RestResponse<byte[]> report(
            @RestQuery @Nullable String month, @RestQuery @Nullable String week, @RestQuery @Nullable String language) {
        var visit = visits.staff(Section.SERVICE_LEVELS);
        var shown = visit.look();
        var days = ReportPeriod.of(month, week, shown.today());
        var look = new Look(ReportLanguage.of(language, shown.locale()), shown.zone(), shown.now());
        var report = new StaffReportWriter(days, standings.over(visit.scope(), days), look).report();
        return ResponseBuilder.ok(engine.print(template.fill(report.words(), report)))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"service-levels-" + days.start() + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
