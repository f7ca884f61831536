package io.tenantlens.api.fold;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/** Cuts time into the hours and days of a tenant's zone. */
final class TenantClock {

    private static final long DAY = 24 * Segment.HOUR;

    private final ZoneRules rules;
    private Segment last = new Segment(0, 0, 0, 0);

    TenantClock(ZoneId zone) {
        rules = zone.getRules();
    }

    Segment segment(long time) {
        if (!last.contains(time)) {
            last = cut(time);
        }
        return last;
    }

    private Segment cut(long time) {
        var instant = Instant.ofEpochMilli(time);
        var offset = rules.getOffset(instant).getTotalSeconds() * 1_000L;
        var localHour = Math.floorDiv(time + offset, Segment.HOUR) * Segment.HOUR;
        var hourStart = localHour - offset;
        var utcHour = Math.floorDiv(time, Segment.HOUR) * Segment.HOUR;
        var start = Math.max(hourStart, utcHour);
        var end = Math.min(hourStart, utcHour) + Segment.HOUR;
        var next = rules.isFixedOffset() ? null : rules.nextTransition(instant);
        if (next != null) {
            end = Math.min(end, next.getInstant().toEpochMilli());
        }
        return new Segment(start, end, hourStart, Math.floorDiv(localHour, DAY));
    }
}
