package io.tenantlens.portal.access;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** A sign-in page must not land inside a fragment: requests of htmx are told to sign in instead of being redirected. */
@ApplicationScoped
public class HtmxRequestChecker implements JavaScriptRequestChecker {

    @Override
    public boolean isJavaScriptRequest(RoutingContext request) {
        return request.request().headers().contains("HX-Request");
    }
}
