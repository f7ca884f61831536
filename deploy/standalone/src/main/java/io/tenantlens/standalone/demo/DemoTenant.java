package io.tenantlens.standalone.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A shop of the demo world.
 *
 * @param visitsPerHour how many requests it gets in a mean hour
 * @param joinedAfterDays days of the history before it signed up
 */
record DemoTenant(String slug, Tier tier, boolean dedicated, Kind kind, double visitsPerHour, int joinedAfterDays) {

    enum Tier {
        STARTER,
        GROWTH,
        ENTERPRISE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The day of the history on which a churned shop left: this many days before its end. */
    static final int CHURNED_DAYS_AGO = 92;

    String name() {
        return Arrays.stream(slug.split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    String hosting() {
        return dedicated ? "dedicated" : "shared";
    }
}
