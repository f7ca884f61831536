package io.tenantlens.sla.reading;

import io.tenantlens.cost.time.DateRange;
import io.tenantlens.cost.time.Period;
import io.tenantlens.sla.indicator.Availability;
import io.tenantlens.sla.indicator.CountingMethod;
import io.tenantlens.sla.indicator.TimeSlice;
import io.tenantlens.sla.indicator.TimeSlice.State;
import io.tenantlens.sla.objective.Objective;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** A tenant's requests by day and hour, and what is left of them without hours of maintenance. */
record RequestCounts(
        ZoneId zone,
        NavigableMap<LocalDate, Availability> allDays,
        NavigableMap<Instant, Availability> allHours,
        List<Maintenance> maintenance) {

    static final Duration HOUR = Duration.ofHours(1);

    static Availability sum(Collection<Availability> parts) {
        return parts.stream().reduce(Availability.NO_DATA, Availability::plus);
    }

    static boolean maintained(Instant hour, List<Maintenance> maintenance) {
        var span = new Period(hour, hour.plus(HOUR));
        return maintenance.stream().anyMatch(work -> work.period().overlaps(span));
    }

    /** The hours that start in a period and count. */
    NavigableMap<Instant, Availability> hours(Period period) {
        var hours = new TreeMap<>(allHours.subMap(period.start(), true, period.end(), false));
        hours.keySet().removeIf(hour -> maintained(hour, maintenance));
        return hours;
    }

    /** Days without the hours of maintenance in them; a day of nothing else is absent. */
    SortedMap<LocalDate, Availability> days(DateRange dates) {
        var days = new TreeMap<>(allDays.subMap(dates.start(), true, dates.end(), false));
        allHours.forEach((hour, counted) -> {
            if (maintained(hour, maintenance)) {
                days.computeIfPresent(LocalDate.ofInstant(hour, zone), (_, all) -> all.without(counted));
            }
        });
        days.values().removeIf(day -> !day.hasData());
        return days;
    }

    /** Hours that were good enough, of those with requests. */
    Availability slices(Period period, Objective objective) {
        var slices = hours(period).values().stream()
                .map(hour -> new TimeSlice(hour, State.OK))
                .toList();
        return CountingMethod.TIMESLICES.over(slices, objective.slice().percent());
    }
}
