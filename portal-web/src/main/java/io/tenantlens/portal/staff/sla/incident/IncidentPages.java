package io.tenantlens.portal.staff.sla.incident;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.Visits;
import io.tenantlens.portal.range.MonthChoice;
import io.tenantlens.portal.staff.sla.SlaTab;
import io.tenantlens.portal.staff.sla.incident.IncidentReader.Refused;
import io.tenantlens.sla.incident.Incidents;
import io.tenantlens.sla.incident.Incidents.Visibility;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/staff/sla/incidents")
@Produces(MediaType.TEXT_HTML)
class IncidentPages {

    private static final int UNPROCESSABLE = 422;

    private final Visits visits;
    private final Incidents incidents;
    private final IncidentReader reader;

    @Inject
    IncidentPages(Visits visits, Incidents incidents, IncidentReader reader) {
        this.visits = visits;
        this.incidents = incidents;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "staff/sla", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance incidents(IncidentPage page);
    }

    @GET
    @PermissionsAllowed("usage:read")
    public TemplateInstance list(@RestQuery @Nullable String month, @RestQuery @Nullable String tenant) {
        var visit = visits.staff(Section.SERVICE_LEVELS, SlaTab.INCIDENTS.title(), Area.USAGE, Access.READ);
        return Templates.incidents(reader.read(visit, month, tenant, Refused.NOTHING));
    }

    /** Writes a note, and shows it to the tenant where that is ticked. */
    @POST
    @Path("/{tenant}/{incident}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("objectives:write")
    public RestResponse<String> write(
            @RestPath String tenant,
            @RestPath long incident,
            @RestForm @Nullable String note,
            @RestForm @Nullable String publish,
            @RestQuery @Nullable String month) {
        var visit = visits.staff(Section.SERVICE_LEVELS, SlaTab.INCIDENTS.title(), Area.OBJECTIVES, Access.WRITE);
        var id = TenantId.ofShop(tenant).orElseThrow(() -> new NotFoundException("There is no such incident."));
        var text = note == null ? "" : note;
        var errors = incidents.write(
                visit.scope(), id, incident, text, publish == null ? Visibility.STAFF : Visibility.TENANT);
        if (errors.isEmpty()) {
            return ResponseBuilder.<String>seeOther(
                            URI.create(SlaTab.INCIDENTS.path() + "?month=" + MonthChoice.read(month, visit.look())))
                    .build();
        }
        var error = errors.getFirst();
        if (error.pointer().equals("/incident")) {
            throw new NotFoundException(error.detail());
        }
        var page = reader.read(visit, month, null, new Refused(incident, text, error.detail()));
        return ResponseBuilder.<String>create(UNPROCESSABLE)
                .entity(Templates.incidents(page).render())
                .build();
    }
}
