package io.tenantlens.portal.staff.sla.ranking;

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

@Path("/staff/sla")
class RankingPages {

    private final Visits visits;
    private final RankingReader reader;

    @Inject
    RankingPages(Visits visits, RankingReader reader) {
        this.visits = visits;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "staff/sla", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance ranking(RankingPage page);

        static native TemplateInstance ranking$found(RankingPage page);
    }

    /** The whole page, or the list alone while one types into the search. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @PermissionsAllowed("usage:read")
    public TemplateInstance ranking(@BeanParam RankingChoice choice, @BeanParam HxRequest hx) {
        var visit = visits.staff(Section.SERVICE_LEVELS);
        var page = reader.read(visit, RankingAddress.of(choice, visit.look()));
        return hx.wantsFragment() ? Templates.ranking$found(page) : Templates.ranking(page);
    }
}
