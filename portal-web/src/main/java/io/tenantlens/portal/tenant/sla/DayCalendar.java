package io.tenantlens.portal.tenant.sla;

import io.tenantlens.portal.format.Look;
import io.tenantlens.sla.incident.Incident;
import io.tenantlens.sla.indicator.Availability;
import io.tenantlens.sla.objective.BurnRate;
import io.tenantlens.sla.reading.SlaReading;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The days of a month in weeks, each with its availability. */
public record DayCalendar(List<String> weekdays, List<List<Cell>> weeks) {

    private static final int WEEK = 7;
    private static final BigDecimal BADLY = BigDecimal.TEN;

    /**
     * A day, or an empty place before the first and after the last.
     *
     * @param mood good, warn or bad; empty without data
     * @param detail all of it in words
     */
    public record Cell(String day, String value, String mood, String detail, boolean incident) {

        static final Cell EMPTY = new Cell("", "", "", "", false);
    }

    static DayCalendar of(SlaReading reading, List<Incident> incidents, Look look) {
        var first = WeekFields.of(look.locale()).getFirstDayOfWeek();
        var start = reading.period().start();
        var cells = new ArrayList<Cell>();
        int before = Math.floorMod(start.getDayOfWeek().getValue() - first.getValue(), WEEK);
        Stream.generate(() -> Cell.EMPTY).limit(before).forEach(cells::add);
        start.datesUntil(reading.period().end())
                .map(day -> cell(day, reading, incidents, look))
                .forEach(cells::add);
        while (cells.size() % WEEK != 0) {
            cells.add(Cell.EMPTY);
        }
        var weeks = new ArrayList<List<Cell>>();
        for (int i = 0; i < cells.size(); i += WEEK) {
            weeks.add(List.copyOf(cells.subList(i, i + WEEK)));
        }
        return new DayCalendar(
                Stream.iterate(first, day -> day.plus(1))
                        .limit(WEEK)
                        .map(DayCalendar::name)
                        .toList(),
                weeks);
    }

    private static Cell cell(LocalDate day, SlaReading reading, List<Incident> incidents, Look look) {
        var number = String.valueOf(day.getDayOfMonth());
        if (day.isAfter(look.today())) {
            return new Cell(number, "", "", look.day(day) + ": still to come", false);
        }
        var counted = reading.days().get(day);
        var happened = incidents.stream().anyMatch(incident -> touches(incident, day, look));
        var suffix = happened ? ", an incident" : "";
        if (counted == null || !counted.hasData()) {
            return new Cell(number, Look.NO_DATA, "", look.day(day) + ": no data" + suffix, happened);
        }
        return new Cell(
                number,
                look.percent(counted.shownRatio(2).orElse(null), 2),
                mood(counted, reading),
                "%s: %s of %s requests failed%s"
                        .formatted(
                                look.day(day),
                                look.quantity(counted.bad(), ""),
                                look.quantity(counted.total(), ""),
                                suffix),
                happened);
    }

    static boolean touches(Incident incident, LocalDate day, Look look) {
        var begin = day.atStartOfDay(look.zone()).toInstant();
        var end = day.plusDays(1).atStartOfDay(look.zone()).toInstant();
        return incident.period().start().isBefore(end)
                && incident.period().end().isAfter(begin);
    }

    /** Bad are days whose failures would use the budget up ten times as fast as it may go. */
    private static String mood(Availability counted, SlaReading reading) {
        var target = reading.promise().objective().availability();
        if (counted.meets(target.percent())) {
            return "good";
        }
        var rate = new BurnRate(counted.bad().divide(counted.total(), MathContext.DECIMAL64), target).value();
        return rate.filter(burn -> burn.compareTo(BADLY) < 0).isPresent() ? "warn" : "bad";
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
