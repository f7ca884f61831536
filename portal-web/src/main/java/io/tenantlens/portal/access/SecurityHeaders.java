package io.tenantlens.portal.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Headers of every answer: nothing runs or loads but our own files, nobody frames us, nothing of a tenant is kept in a cache.
 */
@Singleton
class SecurityHeaders {

    /** Before authentication, so that refusals carry the headers, too. */
    private static final int PRIORITY = 1_000;

    private final String contentSecurityPolicy;

    @Inject
    SecurityHeaders(@ConfigProperty(name = "quarkus.oidc.auth-server-url") String identityProvider) {
        // a form sent after the session ended is redirected to the provider, which browsers count as its target
        this.contentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                + " font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none';"
                + " form-action 'self' " + origin(identityProvider);
    }

    void register(@Observes Filters filters) {
        filters.register(this::secure, PRIORITY);
    }

    private void secure(RoutingContext request) {
        var response = request.response();
        response.putHeader("Content-Security-Policy", contentSecurityPolicy)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        if (!isAsset(request.normalizedPath())) {
            response.putHeader("Cache-Control", "no-store");
        }
        request.next();
    }

    private static boolean isAsset(String path) {
        return path.startsWith("/assets/") || path.startsWith("/vendor/");
    }

    private static String origin(String url) {
        var parsed = URI.create(url);
        return parsed.getScheme() + "://" + parsed.getRawAuthority();
    }
}
