package io.tenantlens.api.cost.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;

/**
 * A day or an hour whose cost is divided as one.
 *
 * @param start the day's midnight, each tenant's own, or the hour in UTC
 * @param day whose settings are valid
 * @param hours for which fixed amounts accrue
 */
record CostWindow(LocalDateTime start, LocalDate day, BigDecimal hours) {

    private static final BigDecimal DAY = BigDecimal.valueOf(24);

    /** A day as far as it has gone. */
    static CostWindow day(LocalDate day, Instant now, ZoneId zone) {
        var local = now.atZone(zone);
        var hours = day.equals(local.toLocalDate())
                ? BigDecimal.valueOf(local.getLong(ChronoField.MINUTE_OF_DAY))
                        .divide(BigDecimal.valueOf(60), MathContext.DECIMAL64)
                : DAY;
        return new CostWindow(day.atTime(LocalTime.MIDNIGHT), day, hours);
    }

    static CostWindow hour(Instant hour, ZoneId zone) {
        return new CostWindow(
                LocalDateTime.ofInstant(hour, ZoneOffset.UTC), LocalDate.ofInstant(hour, zone), BigDecimal.ONE);
    }

    BigDecimal hoursOfMonth() {
        return DAY.multiply(BigDecimal.valueOf(YearMonth.from(day).lengthOfMonth()));
    }
}
