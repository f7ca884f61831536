package io.tenantlens.portal.tenant.series;

import io.tenantlens.api.meter.Aggregation;
import io.tenantlens.api.meter.Meter;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Days of all meters, from which one page reads totals of its range and of the one before. */
public record DayTotals(Map<MeterKey, NavigableMap<LocalDate, BigDecimal>> days) {

    /** The quantity of a range: a peak is as high as its highest day, all else adds up. Null if nothing was measured. */
    public @Nullable BigDecimal total(Meter meter, DateRange dates) {
        var values = within(meter, dates).values().stream();
        return (meter.aggregation() == Aggregation.PEAK
                        ? values.max(BigDecimal::compareTo)
                        : values.reduce(BigDecimal::add))
                .orElse(null);
    }

    /** Day by day, null where nothing was measured, up to a last day. */
    public List<@Nullable BigDecimal> line(Meter meter, DateRange dates, LocalDate today) {
        return line(meter, dates.start(), today.isBefore(dates.end()) ? today.plusDays(1) : dates.end(), dates);
    }

    /** As the line, but without today, whose figure still grows. */
    public List<@Nullable BigDecimal> wholeDays(Meter meter, DateRange dates, LocalDate today) {
        return line(meter, dates.start(), today.isBefore(dates.end()) ? today : dates.end(), dates);
    }

    private List<@Nullable BigDecimal> line(Meter meter, LocalDate start, LocalDate end, DateRange dates) {
        var values = within(meter, dates);
        return start.datesUntil(end.isAfter(start) ? end : start)
                .<@Nullable BigDecimal>map(values::get)
                .toList();
    }

    private NavigableMap<LocalDate, BigDecimal> within(Meter meter, DateRange dates) {
        return days.getOrDefault(meter.key(), Collections.emptyNavigableMap())
                .subMap(dates.start(), true, dates.end(), false);
    }
}
