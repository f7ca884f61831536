package io.tenantlens.api.alertmanager;

import java.time.Instant;
import java.util.List;

/** Alerts that match are held back until it ends. */
public record Silence(
        String id, List<Matcher> matchers, String author, String reason, Instant startsAt, Instant endsAt) {

    /** A condition on one label. */
    public record Matcher(String name, String value, boolean isRegex, boolean isEqual) {

        public static Matcher equal(String name, String value) {
            return new Matcher(name, value, false, true);
        }

        @Override
        public String toString() {
            return name + (isEqual ? "=" : "!") + (isRegex ? "~" : isEqual ? "" : "=") + "\"" + value + "\"";
        }
    }

    public Silence {
        matchers = List.copyOf(matchers);
    }
}
