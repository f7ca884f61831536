package io.tenantlens.portal.staff.audit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.portal.htmx.HxRequest;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.Visits;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/staff")
class AuditPages {

    private final Visits visits;
    private final AuditReader reader;

    @Inject
    AuditPages(Visits visits, AuditReader reader) {
        this.visits = visits;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "staff/audit", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance audit(AuditPage page);

        static native TemplateInstance audit$records(AuditPage page);
    }

    /** The whole page, or the records alone when a filter changes. */
    @GET
    @Path("/audit")
    @Produces(MediaType.TEXT_HTML)
    @PermissionsAllowed("audit:read")
    public TemplateInstance audit(@BeanParam AuditChoice choice, @BeanParam HxRequest hx) {
        var page = reader.read(visits.staff(Section.AUDIT), AuditAddress.of(choice));
        return hx.wantsFragment() ? Templates.audit$records(page) : Templates.audit(page);
    }

    @GET
    @Path("/audit.csv")
    @Produces("text/csv")
    @PermissionsAllowed("audit:read")
    public RestResponse<String> csv(@BeanParam AuditChoice choice) {
        return reader.csv(visits.staff(Section.AUDIT), AuditAddress.of(choice)).download();
    }
}
