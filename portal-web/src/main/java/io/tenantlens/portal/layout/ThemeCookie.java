package io.tenantlens.portal.layout;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The theme that the reader chose before; none follows the device. */
@Singleton
public class ThemeCookie {

    private static final Set<String> THEMES = Set.of("light", "dark");

    private final RoutingContext request;

    @Inject
    ThemeCookie(RoutingContext request) {
        this.request = request;
    }

    public @Nullable String chosen() {
        var cookie = request.request().getCookie("theme");
        return cookie != null && THEMES.contains(cookie.getValue()) ? cookie.getValue() : null;
    }
}
