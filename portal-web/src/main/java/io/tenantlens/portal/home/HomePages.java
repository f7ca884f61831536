package io.tenantlens.portal.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import io.tenantlens.portal.layout.PageFrame;
import io.tenantlens.portal.layout.Visits;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** The bare address: leads to the first page that the person may see. */
@Path("/")
@Authenticated
class HomePages {

    private final Visits visits;

    @Inject
    HomePages(Visits visits) {
        this.visits = visits;
    }

    @CheckedTemplate(basePath = "home", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance shops(PageFrame frame);
    }

    /** One shop is opened at once; with several one chooses; staff go to their first page; everybody else has no right. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public RestResponse<?> home() {
        var frame = visits.anyone("Your shops");
        if (frame.shops().size() > 1) {
            return RestResponse.ok(Templates.shops(frame));
        }
        var first = frame.shops().isEmpty() ? frame.staffPages() : frame.shops();
        return first.stream()
                .findFirst()
                .map(page -> RestResponse.seeOther(URI.create(page.href())))
                .orElseThrow(() -> new ForbiddenException("no role entitles to any page"));
    }
}
