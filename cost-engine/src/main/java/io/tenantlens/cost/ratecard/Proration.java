package io.tenantlens.cost.ratecard;

import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;

/**
 * The share of a period in which a charge was active; it scales flat amounts, minimum and maximum.
 *
 * @param active the days on which the charge was active; days outside the period do not count
 */
public record Proration(DateRange active, DayCount dayCount) {

    private static final int FIXED_MONTH = 30;

    /** The share is a fraction, so that an amount is divided once and rounds once. */
    public record Share(long days, long of) {

        public BigDecimal times(BigDecimal amount) {
            return days == of
                    ? amount
                    : amount.multiply(BigDecimal.valueOf(days))
                            .divide(BigDecimal.valueOf(of), new MathContext(amount.precision() + 40));
        }
    }

    public Share shareOf(DateRange period) {
        var start = latest(active.start(), period.start());
        var end = active.end().isBefore(period.end()) ? active.end() : period.end();
        if (!start.isBefore(end)) {
            return new Share(0, 1);
        }
        return switch (dayCount) {
            case ACTUAL -> new Share(new DateRange(start, end).days(), period.days());
            case FIXED_30 -> new Share(fixedDays(start, end), fixedDays(period.start(), period.end()));
        };
    }

    /** Days as if each month had 30. */
    private static long fixedDays(LocalDate start, LocalDate end) {
        var months = (end.getYear() - start.getYear()) * 12L + end.getMonthValue() - start.getMonthValue();
        return months * FIXED_MONTH + dayOfFixedMonth(end) - dayOfFixedMonth(start);
    }

    private static int dayOfFixedMonth(LocalDate day) {
        return Math.min(day.getDayOfMonth(), FIXED_MONTH);
    }

    private static LocalDate latest(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    /** How days are counted where months differ in length. */
    public enum DayCount {
        /** The days of the calendar. */
        ACTUAL,
        /** Each month has 30 days; the 31st counts as the 30th. */
        FIXED_30
    }
}
