package io.tenantlens.portal.staff.unbilled;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.Visits;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

@Path("/staff/invoices/unbilled")
@Produces(MediaType.TEXT_HTML)
class UnbilledPages {

    private final Visits visits;
    private final UnbilledReader reader;

    @Inject
    UnbilledPages(Visits visits, UnbilledReader reader) {
        this.visits = visits;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "staff/unbilled", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance unbilled(UnbilledPage page);
    }

    @GET
    @PermissionsAllowed("billing:read")
    public TemplateInstance unbilled() {
        return Templates.unbilled(reader.read(visits.staff(Section.INVOICES, "Used but not billed")));
    }
}
