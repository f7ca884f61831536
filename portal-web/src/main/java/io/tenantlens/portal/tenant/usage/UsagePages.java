package io.tenantlens.portal.tenant.usage;

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
import org.jboss.resteasy.reactive.RestResponse;

@Path("/t/{tenant}")
class UsagePages {

    private final Visits visits;
    private final UsageReader reader;

    @Inject
    UsagePages(Visits visits, UsageReader reader) {
        this.visits = visits;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "tenant/usage", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance usage(UsagePage page);

        static native TemplateInstance usage$usage(UsagePage page);
    }

    /** The whole page, or its content when htmx changes the range, the meter, the grouping or the order. */
    @GET
    @Path("/usage")
    @Produces(MediaType.TEXT_HTML)
    @PermissionsAllowed("usage:read")
    public TemplateInstance usage(
            @RestPath String tenant,
            @BeanParam RangeParameters range,
            @BeanParam UsageChoice choice,
            @BeanParam HxRequest hx) {
        var visit = visits.tenant(tenant, Section.USAGE);
        var page = reader.read(visit, ChosenRange.of(range, visit.look().today()), choice);
        return hx.wantsFragment() ? Templates.usage$usage(page) : Templates.usage(page);
    }

    @GET
    @Path("/usage.csv")
    @Produces("text/csv")
    @PermissionsAllowed("usage:read")
    public RestResponse<String> csv(
            @RestPath String tenant, @BeanParam RangeParameters range, @BeanParam UsageChoice choice) {
        var visit = visits.tenant(tenant, Section.USAGE);
        var chosen = ChosenRange.of(range, visit.look().today());
        var detail = reader.detail(visit, chosen, choice);
        var name = "%s-%s-%s-%s.csv".formatted(tenant, detail.meter().key(), chosen.first(), chosen.last());
        return UsageCsv.of(name, detail).download();
    }
}
