package io.tenantlens.sla.reading;

import io.tenantlens.cost.time.DateRange;
import io.tenantlens.cost.time.Period;
import io.tenantlens.sla.objective.BudgetWindow;
import io.tenantlens.sla.reading.internal.Tenancy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The times that one tenant's reading looks at.
 *
 * @param days those asked for
 * @param asOf when the last requests were counted, at most the end of the days
 * @param budget the days of the error budget
 */
record Span(Tenancy tenancy, DateRange days, Instant asOf, DateRange budget) {

    static Span of(Tenancy tenancy, DateRange days, Instant folded) {
        var period = days.in(tenancy.zone());
        var asOf = folded.isBefore(period.end()) ? folded : period.end();
        var objective = tenancy.promise().objective();
        var reached = LocalDate.ofInstant(asOf, tenancy.zone()).plusDays(1);
        var soFar = reached.isAfter(days.start()) && reached.isBefore(days.end())
                ? new DateRange(days.start(), reached)
                : days;
        var budget = switch (objective.window()) {
            case BudgetWindow.Month _ -> days;
            case BudgetWindow.Rolling(int length) -> new DateRange(soFar.end().minusDays(length), soFar.end());
        };
        return new Span(tenancy, days, asOf, budget);
    }

    Period period() {
        return days.in(tenancy.zone());
    }

    Period budgetPeriod() {
        return budget.in(tenancy.zone());
    }

    /** Whole hours: a window of n takes in each hour that touches the last n. */
    Period lately(Duration window) {
        return new Period(asOf.minus(window).minus(RequestCounts.HOUR), asOf);
    }

    /** All of them together, the longest recent window included. */
    Period whole(Duration longest) {
        return spanning(spanning(period(), budgetPeriod()), lately(longest));
    }

    DateRange wholeDays() {
        return spanning(days, budget);
    }

    static Period spanning(Period one, Period other) {
        return new Period(
                one.start().isBefore(other.start()) ? one.start() : other.start(),
                one.end().isAfter(other.end()) ? one.end() : other.end());
    }

    static DateRange spanning(DateRange one, DateRange other) {
        return new DateRange(
                one.start().isBefore(other.start()) ? one.start() : other.start(),
                one.end().isAfter(other.end()) ? one.end() : other.end());
    }
}
