package io.tenantlens.portal.tenant.overview;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.portal.htmx.HxRequest;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.Visits;
import io.tenantlens.portal.range.ChosenRange;
import io.tenantlens.portal.range.RangeParameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

@Path("/t/{tenant}")
@Produces(MediaType.TEXT_HTML)
class OverviewPages {

    private final Visits visits;
    private final OverviewReader reader;

    @Inject
    OverviewPages(Visits visits, OverviewReader reader) {
        this.visits = visits;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "tenant/overview", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance overview(OverviewPage page);

        static native TemplateInstance overview$overview(OverviewPage page);
    }

    /** The whole page, or the figures alone when htmx refreshes them. */
    @GET
    @PermissionsAllowed("usage:read")
    public TemplateInstance overview(
            @RestPath String tenant, @BeanParam RangeParameters range, @BeanParam HxRequest hx) {
        var visit = visits.tenant(tenant, Section.OVERVIEW);
        var page = reader.read(visit, ChosenRange.of(range, visit.look().today()));
        return hx.wantsFragment() ? Templates.overview$overview(page) : Templates.overview(page);
    }
}
