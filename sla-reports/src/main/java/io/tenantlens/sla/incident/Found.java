package io.tenantlens.sla.incident;

import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.Period;
import io.tenantlens.sla.incident.Incident.Kind;
import io.tenantlens.sla.indicator.Availability;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of bad hours.
 *
 * @param hours how many of them were bad
 */
record Found(TenantId tenant, Kind kind, Period period, int hours, Availability counted) {

    private static final Duration HOUR = Duration.ofHours(1);

    /** One bad hour. */
    record BadHour(TenantId tenant, Kind kind, Instant start, Availability counted) {}

    /**
     * Bad hours put together, a good hour between two of them bridged: service that comes back for a moment did not recover.
     *
     * @param hours by tenant, kind and time
     */
    static List<Found> join(List<BadHour> hours) {
        var found = new ArrayList<Found>();
        for (var hour : hours) {
            var last = found.isEmpty() ? null : found.getLast();
            if (last != null && last.reaches(hour)) {
                found.set(found.size() - 1, last.with(hour));
            } else {
                found.add(new Found(
                        hour.tenant, hour.kind, new Period(hour.start, hour.start.plus(HOUR)), 1, hour.counted));
            }
        }
        return found;
    }

    private boolean reaches(BadHour hour) {
        return tenant.equals(hour.tenant)
                && kind == hour.kind
                && !hour.start.isAfter(period.end().plus(HOUR));
    }

    private Found with(BadHour hour) {
        return new Found(
                tenant, kind, new Period(period.start(), hour.start.plus(HOUR)), hours + 1, counted.plus(hour.counted));
    }

    boolean matches(Incident incident) {
        return tenant.equals(incident.tenant()) && kind == incident.kind() && period.overlaps(incident.period());
    }
}
