package io.tenantlens.portal.htmx;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** One URL answers a page or a part of it, so caches must tell the two apart; and neither may outlive the sign-out. */
class VaryFilter {

    private static final String HEADERS = "HX-Request, HX-Boosted, HX-History-Restore-Request, HX-Request-Type";

    @ServerResponseFilter
    public void vary(ContainerRequestContext request, ContainerResponseContext response) {
        var type = response.getMediaType();
        if (type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
            response.getHeaders().add(HttpHeaders.VARY, HEADERS);
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
