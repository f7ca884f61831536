package io.tenantlens.portal.tenant.series;

import io.tenantlens.api.usage.Interval;
import io.tenantlens.api.usage.UsagePoint;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.portal.format.Look;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The starts of all spans of a range that have begun, in a tenant's zone. */
public record Calendar(Interval interval, List<Instant> starts, Look look) {

    public Calendar {
        starts = List.copyOf(starts);
    }

    /** Spans that are still to come are left out: they are not missing data. */
    public static Calendar of(DateRange dates, Interval interval, Look look) {
        var starts = new ArrayList<Instant>();
        var period = dates.in(look.zone());
        var end = look.now().isBefore(period.end()) ? look.now().plusNanos(1) : period.end();
        switch (interval) {
            case HOUR -> {
                for (var at = period.start(); at.isBefore(end); at = at.plusSeconds(3_600)) {
                    starts.add(at);
                }
            }
            case DAY -> {
                for (var day = dates.start(); startOf(day, look).isBefore(end); day = day.plusDays(1)) {
                    starts.add(startOf(day, look));
                }
            }
            case MONTH -> {
                var month = YearMonth.from(dates.start());
                for (; startOf(month.atDay(1), look).isBefore(end); month = month.plusMonths(1)) {
                    starts.add(startOf(month.atDay(1), look));
                }
            }
        }
        return new Calendar(interval, starts, look);
    }

    private static Instant startOf(LocalDate day, Look look) {
        return day.atStartOfDay(look.zone()).toInstant();
    }

    /** The values of some points, each in its place; null where there is none. */
    public List<@Nullable BigDecimal> place(Collection<UsagePoint> points) {
        var byStart = new HashMap<Instant, BigDecimal>();
        points.forEach(point -> byStart.merge(point.start(), point.value(), BigDecimal::add));
        return starts.stream().<@Nullable BigDecimal>map(byStart::get).toList();
    }

    public LocalDate date(Instant start) {
        return LocalDate.ofInstant(start, look.zone());
    }

    public String tick(Instant start) {
        return switch (interval) {
            case HOUR ->
                starts.size() > 24 && look.clock(start).equals(look.clock(starts.getFirst()))
                        ? look.shortDay(date(start))
                        : look.clock(start);
            case DAY -> look.shortDay(date(start));
            case MONTH -> look.month(YearMonth.from(date(start)));
        };
    }

    public String name(Instant start) {
        return runs(start) ? span(start) + ", so far" : span(start);
    }

    /** Whether now lies in the span, so that its figures are still growing. */
    public boolean runs(Instant start) {
        var local = start.atZone(look.zone());
        var end = switch (interval) {
            case HOUR -> local.plusHours(1);
            case DAY -> local.plusDays(1);
            case MONTH -> local.plusMonths(1);
        };
        return !look.now().isBefore(start) && look.now().isBefore(end.toInstant());
    }

    private String span(Instant start) {
        return switch (interval) {
            case HOUR -> look.dayAndClock(start) + "–" + look.clock(start.plusSeconds(3_600));
            case DAY -> look.day(date(start));
            case MONTH -> look.month(YearMonth.from(date(start)));
        };
    }

    /** The days that one span covers, so that a page can open it; hours open into nothing finer. */
    public @Nullable DateRange inside(Instant start) {
        var day = date(start);
        return switch (interval) {
            case HOUR -> null;
            case DAY -> new DateRange(day, day.plusDays(1));
            case MONTH -> new DateRange(day, day.plusMonths(1));
        };
    }
}
