package io.tenantlens.portal.report;

import io.tenantlens.portal.format.Look;
import io.tenantlens.sla.indicator.Availability;
import io.tenantlens.sla.reading.SlaReading;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** The days of a reading as weeks, Monday first. */
final class ReportCalendar {

    private final SlaReading reading;
    private final Look look;
    private final Words words;

    ReportCalendar(SlaReading reading, Look look, Words words) {
        this.reading = reading;
        this.look = look;
        this.words = words;
    }

    List<SlaReport.Week> weeks() {
        var weeks = new ArrayList<SlaReport.Week>();
        var monday = reading.period().start().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (; monday.isBefore(reading.period().end()); monday = monday.plusWeeks(1)) {
            weeks.add(new SlaReport.Week(look.shortDay(monday), days(monday)));
        }
        return weeks;
    }

    private List<SlaReport.Day> days(LocalDate monday) {
        return monday.datesUntil(monday.plusWeeks(1)).map(this::day).toList();
    }

    private SlaReport.Day day(LocalDate date) {
        var number = look.number(date.getDayOfMonth());
        if (!reading.period().contains(date)) {
            return new SlaReport.Day(number, "", "out");
        }
        var counted = reading.days().getOrDefault(date, Availability.NO_DATA);
        if (!counted.hasData()) {
            return new SlaReport.Day(number, words.of("nodata"), "none");
        }
        var promised = reading.promise().objective().availability().percent();
        var shown = look.percent(counted.shownRatio(2).orElse(null), 2);
        return new SlaReport.Day(number, shown, counted.meets(promised) ? "good" : "bad");
    }
}
