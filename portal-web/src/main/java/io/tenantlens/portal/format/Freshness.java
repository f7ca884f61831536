package io.tenantlens.portal.format;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How fresh the figures of a page are.
 *
 * @param late they lag further behind than they should
 */
public record Freshness(String words, String exact, boolean late) {

    private static final Duration EXPECTED = Duration.ofSeconds(30);

    /** All that was acknowledged before the instant is in the figures. */
    public static Freshness of(Optional<Instant> asOf, Look look) {
        return asOf.map(at -> new Freshness(
                        "As of " + look.ago(at),
                        "Includes everything received before " + look.dayAndClock(at),
                        at.plus(EXPECTED).isBefore(look.now())))
                .orElseGet(() -> new Freshness("Nothing received yet", "No usage was folded so far", true));
    }
}
