package io.tenantlens.portal.staff.sla.maintenance;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Access;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.layout.Visits;
import io.tenantlens.portal.staff.sla.SentForm;
import io.tenantlens.portal.staff.sla.SlaTab;
import io.tenantlens.sla.maintenance.MaintenanceDraft;
import io.tenantlens.sla.maintenance.MaintenanceWindow;
import io.tenantlens.sla.maintenance.MaintenanceWindows;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/staff/sla/maintenance")
@Produces(MediaType.TEXT_HTML)
class MaintenancePages {

    private static final int UNPROCESSABLE = 422;
    private static final Duration SHOWN_BACK = Duration.ofDays(92);

    private final Visits visits;
    private final MaintenanceWindows windows;

    @Inject
    MaintenancePages(Visits visits, MaintenanceWindows windows) {
        this.visits = visits;
        this.windows = windows;
    }

    @CheckedTemplate(basePath = "staff/sla", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance maintenance(MaintenancePage page);
    }

    @GET
    @PermissionsAllowed("objectives:read")
    public TemplateInstance list() {
        return Templates.maintenance(page(visit(Access.READ), new SentForm(Map.of())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("objectives:write")
    public RestResponse<String> plan(
            @RestForm @Nullable String tenant,
            @RestForm @Nullable String title,
            @RestForm @Nullable String starts,
            @RestForm @Nullable String ends) {
        var visit = visit(Access.WRITE);
        var form = new SentForm(
                Map.of("tenant", text(tenant), "title", text(title), "starts", text(starts), "ends", text(ends)));
        var draft = new MaintenanceDraft(
                form.value("tenant"),
                form.value("title"),
                form.value("starts"),
                form.value("ends"),
                visit.look().zone());
        var errors = windows.plan(visit.scope(), draft);
        return errors.isEmpty()
                ? done()
                : ResponseBuilder.<String>create(UNPROCESSABLE)
                        .entity(Templates.maintenance(page(visit, form.with(errors)))
                                .render())
                        .build();
    }

    @POST
    @Path("/{window}/cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("objectives:write")
    public RestResponse<String> cancel(@RestPath long window) {
        if (!windows.cancel(visit(Access.WRITE).scope(), window)) {
            throw new NotFoundException("There is no such maintenance to take back; it may have begun.");
        }
        return done();
    }

    private MaintenancePage page(StaffVisit visit, SentForm form) {
        var look = visit.look();
        var mayChange = visit.scope().may(SlaTab.MAINTENANCE.area(), Access.WRITE);
        return new MaintenancePage(
                visit.frame(),
                SlaTab.MAINTENANCE.links(visit.scope()),
                windows.since(visit.scope(), look.now().minus(SHOWN_BACK)).stream()
                        .map(window -> row(window, mayChange, look))
                        .toList(),
                mayChange ? form : null,
                look.zone().getId());
    }

    private static MaintenancePage.Row row(MaintenanceWindow window, boolean mayChange, Look look) {
        var work = window.work();
        var state = state(window, look);
        return new MaintenancePage.Row(
                work.title(),
                work.of().equals(TenantId.PLATFORM) ? "all tenants" : work.of().value(),
                look.exactly(work.period().start()),
                look.exactly(work.period().end()),
                look.exactly(window.announcedAt()),
                state.equals("ahead") ? "good" : state.equals("running") ? "warn" : "",
                state,
                mayChange && window.cancellable(look.now())
                        ? SlaTab.MAINTENANCE.path() + "/" + window.id() + "/cancel"
                        : null);
    }

    private static String state(MaintenanceWindow window, Look look) {
        if (window.cancelledAt() != null) {
            return "taken back";
        }
        if (look.now().isBefore(window.period().start())) {
            return "ahead";
        }
        return window.period().contains(look.now()) ? "running" : "past";
    }

    private StaffVisit visit(Access needed) {
        return visits.staff(Section.SERVICE_LEVELS, SlaTab.MAINTENANCE.title(), SlaTab.MAINTENANCE.area(), needed);
    }

    private static RestResponse<String> done() {
        return ResponseBuilder.<String>seeOther(URI.create(SlaTab.MAINTENANCE.path()))
                .build();
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }
}
