package io.tenantlens.portal.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses changes that another site makes a browser send, whatever their body: the second lock beside the token of forms.
 * Addresses for bearer tokens need none, for no browser adds those by itself, nor does the identity provider's call, which it
 * signs.
 */
@Singleton
class SameOriginRequests {

    private static final int PRIORITY = 900;
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    void register(@Observes Filters filters) {
        filters.register(SameOriginRequests::check, PRIORITY);
    }

    private static void check(RoutingContext request) {
        if (SAFE.contains(request.request().method())
                || isForPrograms(request.normalizedPath())
                || isFromOwnPage(request.request())) {
            request.next();
        } else {
            request.response().setStatusCode(403).end();
        }
    }

    private static boolean isForPrograms(String path) {
        return path.startsWith("/api/")
                || path.startsWith("/v1/")
                || path.startsWith("/internal/")
                || path.equals("/back-channel-logout");
    }

    /** Every current browser sends Sec-Fetch-Site; an older one sends Origin. */
    private static boolean isFromOwnPage(HttpServerRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OWN_SITES.contains(site);
        }
        var origin = request.getHeader("Origin");
        return origin == null || isOwn(origin, request.getHeader("Host"));
    }

    private static boolean isOwn(String origin, @Nullable String host) {
        try {
            return host != null && host.equals(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
