package io.tenantlens.sla.report;

import io.tenantlens.cost.time.DateRange;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How often a report is sent: the week before on Mondays, the month before on the first. */
public enum Cadence {
    WEEKLY,
    MONTHLY;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Cadence of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** The whole week or month that ended last before this day begins. */
    public DateRange before(LocalDate day) {
        return switch (this) {
            case WEEKLY -> {
                var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new DateRange(monday.minusWeeks(1), monday);
            }
            case MONTHLY -> {
                var month = YearMonth.from(day);
                yield new DateRange(month.minusMonths(1).atDay(1), month.atDay(1));
            }
        };
    }

    /** The first time after an instant to send at. An hour that a zone skips is the next one that it has. */
    Instant next(Instant after, int hour, ZoneId zone) {
        var start = before(LocalDate.ofInstant(after, zone)).end();
        var at = start.atTime(hour, 0).atZone(zone).toInstant();
        return at.isAfter(after)
                ? at
                : following(start).atTime(hour, 0).atZone(zone).toInstant();
    }

    private LocalDate following(LocalDate start) {
        return switch (this) {
            case WEEKLY -> start.plusWeeks(1);
            case MONTHLY -> start.plusMonths(1);
        };
    }
}
