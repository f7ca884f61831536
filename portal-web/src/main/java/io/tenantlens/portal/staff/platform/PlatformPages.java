package io.tenantlens.portal.staff.platform;

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

@Path("/staff")
@Produces(MediaType.TEXT_HTML)
class PlatformPages {

    private final Visits visits;
    private final PlatformReader reader;

    @Inject
    PlatformPages(Visits visits, PlatformReader reader) {
        this.visits = visits;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "staff/platform", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance platform(PlatformPage page);

        static native TemplateInstance platform$platform(PlatformPage page);
    }

    /** The whole page, or the figures alone when htmx refreshes them. */
    @GET
    @PermissionsAllowed("platform:read")
    public TemplateInstance platform(@BeanParam HxRequest hx) {
        var page = reader.read(visits.staff(Section.PLATFORM));
        return hx.wantsFragment() ? Templates.platform$platform(page) : Templates.platform(page);
    }
}
