package io.tenantlens.cost.time;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Local days from a first one, included, to an end, excluded. */
public record DateRange(LocalDate start, LocalDate end) {

    public DateRange {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("period must start before it ends: " + start + " .. " + end);
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(start, end);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }

    /** The same days as a span of time in a zone. */
    public Period in(ZoneId zone) {
        return new Period(
                start.atStartOfDay(zone).toInstant(), end.atStartOfDay(zone).toInstant());
    }
}
