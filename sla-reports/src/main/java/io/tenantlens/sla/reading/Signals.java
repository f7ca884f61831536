package io.tenantlens.sla.reading;

import io.tenantlens.sla.indicator.Availability;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What else tells of a tenant's service. None of it is in the availability that was promised.
 *
 * @param probes hours that probes from outside saw the shop up, of those that they watched, maintenance left out
 * @param orders orders that were completed, of those that were completed or failed at our end
 * @param lastHour start of the last hour from which there are samples of the tenant; null if there is none
 */
public record Signals(
        Availability probes, Availability orders, @Nullable Instant lastHour) {

    public static final Signals NONE = new Signals(Availability.NO_DATA, Availability.NO_DATA, null);

    private static final Duration HOUR = Duration.ofHours(1);

    /** Whether a whole hour went by without a sample: what is shown for it is missing and not good. */
    public boolean stale(Instant asOf) {
        return lastHour != null && !lastHour.plus(HOUR).plus(HOUR).isAfter(asOf);
    }

    Signals withoutProbes(Availability maintained) {
        return new Signals(probes.without(maintained), orders, lastHour);
    }
}
