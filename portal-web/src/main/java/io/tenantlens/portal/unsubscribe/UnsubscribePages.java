package io.tenantlens.portal.unsubscribe;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tenantlens.portal.layout.ThemeCookie;
import io.tenantlens.sla.report.Unsubscribing;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Opening a link changes nothing, since programs that look for malware open links, too; its button does. */
@Path("/unsubscribe/{token}")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class UnsubscribePages {

    private final Unsubscribing unsubscribing;
    private final ThemeCookie theme;

    @Inject
    UnsubscribePages(Unsubscribing unsubscribing, ThemeCookie theme) {
        this.unsubscribing = unsubscribing;
        this.theme = theme;
    }

    @CheckedTemplate(basePath = "unsubscribe", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance unsubscribe(UnsubscribePage page, @Nullable String theme);
    }

    @GET
    public TemplateInstance ask(@RestPath String token) {
        return unsubscribing
                .find(token)
                .map(reports -> Templates.unsubscribe(UnsubscribePage.of(reports), theme.chosen()))
                .orElseThrow(() -> new NotFoundException("This link ends nothing."));
    }
}
