package io.tenantlens.portal.staff.sla.objective;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.problem.FieldError;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.layout.Visits;
import io.tenantlens.portal.staff.sla.SentForm;
import io.tenantlens.portal.staff.sla.SlaTab;
import io.tenantlens.portal.staff.sla.objective.ObjectiveReader.Refused;
import io.tenantlens.sla.agreement.Objectives;
import io.tenantlens.sla.agreement.OpenSlo;
import io.tenantlens.sla.agreement.OpenSloException;
import io.tenantlens.sla.agreement.OpenSloFile;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/staff/sla")
@Produces(MediaType.TEXT_HTML)
class ObjectivePages {

    private static final int UNPROCESSABLE = 422;

    private final Visits visits;
    private final Objectives objectives;
    private final ObjectiveReader reader;

    @Inject
    ObjectivePages(Visits visits, Objectives objectives, ObjectiveReader reader) {
        this.visits = visits;
        this.objectives = objectives;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "staff/sla", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance objectives(ObjectivePage page);
    }

    /** Where somebody is named, the form starts with what was promised to them last. */
    @GET
    @Path("/objectives")
    @PermissionsAllowed("objectives:read")
    public TemplateInstance list(@RestQuery @Nullable String of) {
        return Templates.objectives(reader.read(visit(Access.READ), null, of, Refused.NOTHING));
    }

    @GET
    @Path("/objectives.yaml")
    @Produces("application/yaml")
    @PermissionsAllowed("objectives:read")
    public RestResponse<String> export() {
        return ResponseBuilder.ok(
                        OpenSlo.write(objectives.versions(visit(Access.READ).scope())))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"objectives.yaml\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("/objectives")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("objectives:write")
    public RestResponse<String> set(@BeanParam ObjectiveFields fields) {
        var visit = visit(Access.WRITE);
        var errors = objectives.set(visit.scope(), List.of(fields.draft()));
        return errors.isEmpty() ? done() : refused(visit, fields.form().with(errors), Refused.NOTHING);
    }

    /** All versions of the file are set or none. */
    @POST
    @Path("/objectives/import")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermissionsAllowed("objectives:write")
    public RestResponse<String> read(@RestForm @Nullable String file) {
        var visit = visit(Access.WRITE);
        var text = file == null ? "" : file;
        try {
            var drafts = OpenSloFile.read(text, objectives.firstPossibleDay().toString());
            var errors = objectives.set(visit.scope(), drafts);
            return errors.isEmpty()
                    ? done()
                    : refused(
                            visit,
                            null,
                            new Refused(
                                    text,
                                    errors.stream().map(ObjectivePages::inWords).toList()));
        } catch (OpenSloException e) {
            return refused(visit, null, new Refused(text, List.of(String.valueOf(e.getMessage()))));
        }
    }

    private static String inWords(FieldError error) {
        return error.pointer().substring(1).replace("/", ", ") + ": " + error.detail();
    }

    private StaffVisit visit(Access needed) {
        return visits.staff(Section.SERVICE_LEVELS, SlaTab.OBJECTIVES.title(), SlaTab.OBJECTIVES.area(), needed);
    }

    private static RestResponse<String> done() {
        return ResponseBuilder.<String>seeOther(URI.create(SlaTab.OBJECTIVES.path()))
                .build();
    }

    private RestResponse<String> refused(StaffVisit visit, @Nullable SentForm form, Refused refused) {
        return ResponseBuilder.<String>create(UNPROCESSABLE)
                .entity(Templates.objectives(reader.read(visit, form, null, refused))
                        .render())
                .build();
    }
}
