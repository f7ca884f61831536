package io.tenantlens.portal.staff.tenants;

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

@Path("/staff/tenants")
@Produces(MediaType.TEXT_HTML)
class TenantPages {

    private final Visits visits;
    private final TenantListReader reader;

    @Inject
    TenantPages(Visits visits, TenantListReader reader) {
        this.visits = visits;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "staff/tenants", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance tenantList(TenantListPage page);

        static native TemplateInstance tenantList$rows(TenantListPage page);
    }

    /** The whole page, or the rows alone while one types into the search. */
    @GET
    @PermissionsAllowed("tenants:read")
    public TemplateInstance list(@BeanParam TenantChoice choice, @BeanParam HxRequest hx) {
        var page = reader.read(visits.staff(Section.TENANTS), ListAddress.of(choice));
        return hx.wantsFragment() ? Templates.tenantList$rows(page) : Templates.tenantList(page);
    }
}
