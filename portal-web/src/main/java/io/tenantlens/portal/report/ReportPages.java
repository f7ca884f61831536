package io.tenantlens.portal.report;

import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.Visits;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The SLA report as a file: the same figures as the page beside it. */
@Path("/t/{tenant}/sla.pdf")
class ReportPages {

    private final Visits visits;
    private final PrintedReports reports;

    @Inject
    ReportPages(Visits visits, PrintedReports reports) {
        this.visits = visits;
        this.reports = reports;
    }

    /**
     * A month or a week, the last whole month where neither is asked for.
     *
     * @param month such as 2026-10
     * @param week such as 2026-W41
     * @param language en or bn; the shop's own where it is absent
     */
    @GET
    @Produces("application/pdf")
    @PermissionsAllowed("usage:read")
    public RestResponse<byte[]> report(
            @RestPath String tenant,
            @RestQuery @Nullable String month,
            @RestQuery @Nullable String week,
            @RestQuery @Nullable String language) {
        var visit = visits.tenant(tenant, Section.SLA);
        var days = ReportPeriod.of(month, week, visit.look().today());
        var report = reports.render(
                visit.scope(), days, ReportLanguage.of(language, visit.tenant().locale()));
        return ResponseBuilder.ok(report.pdf())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + report.fileName() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
