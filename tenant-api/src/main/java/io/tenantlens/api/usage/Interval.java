package io.tenantlens.api.usage;

import java.util.Locale;

/** How long each point of a series of usage is. */
public enum Interval {
    HOUR,
    DAY,
    MONTH;

    /** The name in addresses and in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
