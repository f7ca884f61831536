package io.tenantlens.portal.unsubscribe;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.tenantlens.sla.report.Unsubscribing;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Takes the one click (RFC 8058): a post by the reader's mail program, or by the button of the page. Programs of mail have
 * neither our cookie nor the token of a form; the signed token in the address is what proves them right.
 */
@Singleton
class OneClick {

    /** After the headers of every answer and the check for other sites, before all that asks for a form's token. */
    private static final int PRIORITY = 800;

    private static final String PATH = "/unsubscribe/";

    private final Unsubscribing unsubscribing;

    @Inject
    OneClick(Unsubscribing unsubscribing) {
        this.unsubscribing = unsubscribing;
    }

    void register(@Observes Filters filters) {
        filters.register(this::take, PRIORITY);
    }

    private void take(RoutingContext request) {
        var path = request.normalizedPath();
        if (!path.startsWith(PATH) || !request.request().method().equals(HttpMethod.POST)) {
            request.next();
            return;
        }
        var token = path.substring(PATH.length());
        request.vertx()
                .executeBlocking(() -> unsubscribing.end(token))
                .onSuccess(ended -> answer(request, path, ended))
                .onFailure(request::fail);
    }

    /** Leads a browser back to the page, which then says that it is done; a mail program is content with any success. */
    private static void answer(RoutingContext request, String path, boolean ended) {
        if (ended) {
            request.response().setStatusCode(303).putHeader("Location", path).end();
        } else {
            request.response().setStatusCode(404).end();
        }
    }
}
