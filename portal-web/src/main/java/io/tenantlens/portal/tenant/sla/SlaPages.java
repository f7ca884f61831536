package io.tenantlens.portal.tenant.sla;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.Visits;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

@Path("/t/{tenant}/sla")
@Produces(MediaType.TEXT_HTML)
class SlaPages {

    private final Visits visits;
    private final SlaReader reader;

    @Inject
    SlaPages(Visits visits, SlaReader reader) {
        this.visits = visits;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "tenant/sla", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance sla(SlaPage page);
    }

    @GET
    @PermissionsAllowed("usage:read")
    public TemplateInstance sla(@RestPath String tenant, @BeanParam SlaChoice choice) {
        return Templates.sla(reader.read(visits.tenant(tenant, Section.SLA), choice));
    }
}
