package io.tenantlens.portal.staff.data;

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

@Path("/staff/data")
@Produces(MediaType.TEXT_HTML)
class DataPages {

    private final Visits visits;
    private final DataReader reader;

    @Inject
    DataPages(Visits visits, DataReader reader) {
        this.visits = visits;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "staff/data", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance data(DataPage page);

        static native TemplateInstance data$data(DataPage page);
    }

    /** The whole page, or its content alone when htmx refreshes it. */
    @GET
    @PermissionsAllowed("platform:read")
    public TemplateInstance data(@BeanParam HxRequest hx) {
        var page = reader.read(visits.staff(Section.DATA));
        return hx.wantsFragment() ? Templates.data$data(page) : Templates.data(page);
    }
}
