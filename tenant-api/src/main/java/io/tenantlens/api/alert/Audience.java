package io.tenantlens.api.alert;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who may see an alert. */
public enum Audience {
    /** The tenant that it names, and staff. */
    TENANT,
    /** Staff alone. */
    INTERNAL;

    /** Only what says so itself is for tenants. */
    public static Audience of(@Nullable String label) {
        return "tenant".equals(label) ? TENANT : INTERNAL;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
