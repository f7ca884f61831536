package io.tenantlens.cost.time;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * A calendar month in the zone in which a tenant is billed.
 *
 * <p>It starts and ends at the local start of day, so a month across a change of daylight saving time is an
 * hour longer or shorter than its days.
 */
public record BillingPeriod(YearMonth month, ZoneId zone) implements Comparable<BillingPeriod> {

    /** The month that an instant falls into in that zone. */
    public static BillingPeriod containing(Instant instant, ZoneId zone) {
        return new BillingPeriod(YearMonth.from(instant.atZone(zone)), zone);
    }

    public Period period() {
        return new Period(
                month.atDay(1).atStartOfDay(zone).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
    }

    public DateRange dates() {
        return new DateRange(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    public boolean contains(Instant instant) {
        return period().contains(instant);
    }

    public BillingPeriod next() {
        return new BillingPeriod(month.plusMonths(1), zone);
    }

    public BillingPeriod previous() {
        return new BillingPeriod(month.minusMonths(1), zone);
    }

    /** By start, so that months of different zones line up in time. */
    @Override
    public int compareTo(BillingPeriod other) {
        return period().start().compareTo(other.period().start());
    }
}
