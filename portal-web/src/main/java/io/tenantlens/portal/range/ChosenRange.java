package io.tenantlens.portal.range;

import io.tenantlens.cost.time.DateRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The days that the reader chose, and whether to compare them with those before.
 *
 * @param problem why the parameters could not be used and the usual range is shown instead; null if they could
 */
public record ChosenRange(
        DateRange dates, boolean compared, @Nullable String problem) {

    /** Longer than this no page shows, so that nobody asks for a decade of hours by mistake. */
    private static final int MOST_DAYS = 800;

    /** Both dates are included, as people read them; without any, the last 30 days that end today. */
    public static ChosenRange of(RangeParameters sent, LocalDate today) {
        boolean compared = "previous".equals(sent.compare());
        if (isBlank(sent.from()) && isBlank(sent.to())) {
            return new ChosenRange(lastDays(30, today), compared, null);
        }
        try {
            var last = isBlank(sent.to()) ? today : LocalDate.parse(sent.to());
            var first = isBlank(sent.from()) ? last.minusDays(29) : LocalDate.parse(sent.from());
            return problemOf(first, last)
                    .map(problem -> new ChosenRange(lastDays(30, today), compared, problem))
                    .orElseGet(() -> new ChosenRange(new DateRange(first, last.plusDays(1)), compared, null));
        } catch (DateTimeException e) {
            return new ChosenRange(
                    lastDays(30, today), compared, "Enter dates as year-month-day, for example 2026-10-01.");
        }
    }

    private static Optional<String> problemOf(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            return Optional.of("The first day must not be after the last one.");
        }
        if (first.plusDays(MOST_DAYS).isBefore(last)) {
            return Optional.of("Choose at most " + MOST_DAYS + " days.");
        }
        return Optional.empty();
    }

    static DateRange lastDays(int days, LocalDate today) {
        return new DateRange(today.minusDays(days - 1L), today.plusDays(1));
    }

    public LocalDate first() {
        return dates.start();
    }

    /** The last day, included. */
    public LocalDate last() {
        return dates.end().minusDays(1);
    }

    /** The days to compare with: a whole month with the month before, otherwise as many days right before. */
    public DateRange before() {
        var month = YearMonth.from(first());
        if (first().equals(month.atDay(1)) && last().equals(month.atEndOfMonth())) {
            return new DateRange(month.minusMonths(1).atDay(1), first());
        }
        return new DateRange(first().minusDays(dates.days()), first());
    }

    /** Up to three days are shown by hour, up to three months by day, more by month. */
    public Step step() {
        if (dates.days() <= 3) {
            return Step.HOUR;
        }
        return dates.days() <= 100 ? Step.DAY : Step.MONTH;
    }

    /** The same choice for other days, as a query string. */
    public String query(DateRange other) {
        return "from=" + other.start() + "&to=" + other.end().minusDays(1) + (compared ? "&compare=previous" : "");
    }

    public String query() {
        return query(dates);
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
