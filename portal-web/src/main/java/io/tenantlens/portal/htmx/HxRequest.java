package io.tenantlens.portal.htmx;

import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** The headers that htmx adds to a request; a plain browser sends none of them. */
public record HxRequest(
        @RestHeader("HX-Request") @Nullable String request,
        @RestHeader("HX-Boosted") @Nullable String boosted,
        @RestHeader("HX-History-Restore-Request") @Nullable String historyRestore,
        @RestHeader("HX-Request-Type") @Nullable String type) {

    /** Boosted links and history restores swap the whole body, so they need the whole page. */
    public boolean wantsFragment() {
        return "true".equals(request) && boosted == null && historyRestore == null && !"full".equals(type);
    }
}
