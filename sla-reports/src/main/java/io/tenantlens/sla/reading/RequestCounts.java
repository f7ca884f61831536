package io.tenantlens.sla.reading;

import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.cost.time.Period;
import io.tenantlens.sla.indicator.Availability;
import io.tenantlens.sla.reading.internal.RequestQueries;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** A tenant's requests, those in hours of maintenance left out. */
record RequestCounts(Handle handle, TenantId tenant, List<Maintenance> maintenance) {

    static final Duration HOUR = Duration.ofHours(1);

    NavigableMap<Instant, Availability> hours(Period period) {
        var hours = RequestQueries.hours(handle, tenant, period);
        hours.keySet().removeIf(this::inMaintenance);
        return hours;
    }

    SortedMap<LocalDate, Availability> days(DateRange dates, ZoneId zone) {
        var days = RequestQueries.days(handle, tenant, dates);
        var left = new TreeMap<Instant, Availability>();
        for (var work : maintenance) {
            var touched =
                    new Period(work.period().start().minus(HOUR), work.period().end());
            left.putAll(RequestQueries.hours(handle, tenant, touched));
        }
        left.keySet().removeIf(hour -> !inMaintenance(hour));
        left.forEach((hour, counted) -> days.computeIfPresent(
                hour.atZone(zone).toLocalDate(), (_, all) -> all.equals(counted) ? null : all.without(counted)));
        return days;
    }

    private boolean inMaintenance(Instant hour) {
        var span = new Period(hour, hour.plus(HOUR));
        return maintenance.stream().anyMatch(work -> work.period().overlaps(span));
    }
}
