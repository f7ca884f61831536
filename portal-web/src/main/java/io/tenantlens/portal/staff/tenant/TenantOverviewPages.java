package io.tenantlens.portal.staff.tenant;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

@Path("/staff/tenants/{tenant}")
@Produces(MediaType.TEXT_HTML)
class TenantOverviewPages {

    private final TenantReader reader;

    @Inject
    TenantOverviewPages(TenantReader reader) {
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "staff/tenant", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance tenant(TenantPage page);
    }

    @GET
    @PermissionsAllowed("tenants:read")
    public TemplateInstance tenant(@RestPath String tenant) {
        return Templates.tenant(reader.read(tenant));
    }
}
