package io.tenantlens.portal.report;

import io.tenantlens.api.problem.Problems;
import io.tenantlens.cost.time.DateRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The days of a report as an address names them. */
public final class ReportPeriod {

    /** Before the first shop; years with five digits and more would overflow elsewhere. */
    private static final int FIRST_YEAR = 2000;

    private ReportPeriod() {}

    /** The last whole month where nothing is named. */
    public static DateRange of(@Nullable String month, @Nullable String week, LocalDate today) {
        if (week != null) {
            return week(week, today);
        }
        var chosen = month == null ? YearMonth.from(today).minusMonths(1) : month(month);
        return begun(
                "/month", new DateRange(chosen.atDay(1), chosen.plusMonths(1).atDay(1)), today);
    }

    private static DateRange week(String text, LocalDate today) {
        try {
            var monday = LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE);
            return begun("/week", new DateRange(monday, monday.plusWeeks(1)), today);
        } catch (DateTimeException e) {
            throw Problems.invalid("/week", "Write a week as its year and number, for example 2026-W41.");
        }
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw Problems.invalid("/month", "Write a month as its year and number, for example 2026-10.");
        }
    }

    private static DateRange begun(String field, DateRange days, LocalDate today) {
        if (days.start().isAfter(today) || days.start().getYear() < FIRST_YEAR) {
            throw Problems.invalid(field, "There is no report of days to come or before " + FIRST_YEAR + ".");
        }
        return days;
    }
}
