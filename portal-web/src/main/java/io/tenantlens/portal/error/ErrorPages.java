package io.tenantlens.portal.error;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tenantlens.portal.layout.ThemeCookie;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Puts a page in the place of every problem document that would go to a browser.
 *
 * <p>What a browser asked for is told by its Accept header alone, so that an unknown tenant, a foreign one and an address
 * without any page look exactly the same.
 */
class ErrorPages {

    /** Paths of programs, which get the problem as it is even if they accept everything. */
    private static final Set<String> OF_PROGRAMS = Set.of("api", "v1", "internal", "q");

    private static final int UNPROCESSABLE = 422;

    private final ThemeCookie theme;

    @Inject
    ErrorPages(ThemeCookie theme) {
        this.theme = theme;
    }

    @CheckedTemplate(basePath = "error", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance message(ErrorPage page, @Nullable String theme);
    }

    @ServerResponseFilter(priority = 1)
    public void replace(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < 400 || isRefusedForm(response) || isOfProgram(request) || !acceptsHtml(request)) {
            return;
        }
        var page = ErrorPage.of(response.getStatus());
        response.setEntity(
                Templates.message(page, theme.chosen()).render(), null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** A form that was refused answers with itself and says what to mend. */
    private static boolean isRefusedForm(ContainerResponseContext response) {
        return response.getStatus() == UNPROCESSABLE && response.getEntity() instanceof String;
    }

    private static boolean isOfProgram(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        var first = (path.startsWith("/") ? path.substring(1) : path).split("/", 2)[0];
        return OF_PROGRAMS.contains(first);
    }

    private static boolean acceptsHtml(ContainerRequestContext request) {
        var accept = request.getHeaderString(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML);
    }
}
