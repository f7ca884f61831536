package io.tenantlens.portal.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.net.URI;
import java.net.URISyntaxException;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Sends an htmx request whose session ended back to its whole page, which then leads through the sign-in. */
class HtmxSignIn {

    /** What OIDC answers where it would redirect a browser. */
    private static final int WOULD_REDIRECT = 499;

    @ServerResponseFilter
    public void leadToSignIn(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == WOULD_REDIRECT) {
            response.setStatus(401);
            response.getHeaders().putSingle("HX-Redirect", pathOf(request.getHeaderString("HX-Current-URL")));
        }
    }

    /** The path alone: the header comes from the browser, and must not lead away from here. */
    static String pathOf(@Nullable String currentUrl) {
        if (currentUrl == null) {
            return "/";
        }
        try {
            var url = new URI(currentUrl);
            var path = url.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//")) {
                return "/";
            }
            return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
        } catch (URISyntaxException e) {
            return "/";
        }
    }
}
