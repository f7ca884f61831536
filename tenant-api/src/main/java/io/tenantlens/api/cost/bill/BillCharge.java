package io.tenantlens.api.cost.bill;

import io.tenantlens.cost.money.LargestRemainder;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.cost.time.Period;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One charge of a bill.
 *
 * @param tenant the slug that a tag names; empty for what is shared
 */
record BillCharge(
        BillKey bill,
        Period charged,
        String currency,
        BigDecimal billed,
        BigDecimal effective,
        String pool,
        String tenant) {

    private static final int DECIMALS = 15;

    /** The effective cost by day, in proportion to the time that falls to each; the parts add up to the last decimal. */
    Map<LocalDate, BigDecimal> byDay() {
        var days = days().datesOf();
        var weights = days.stream().map(this::secondsOf).toList();
        var even = weights.stream().allMatch(weight -> weight.signum() == 0);
        var parts = LargestRemainder.split(
                effective,
                even ? weights.stream().map(_ -> BigDecimal.ONE).toList() : weights,
                Math.max(effective.scale(), DECIMALS));
        var byDay = new LinkedHashMap<LocalDate, BigDecimal>();
        for (var i = 0; i < days.size(); i++) {
            byDay.put(days.get(i), parts.get(i));
        }
        return byDay;
    }

    private record Days(LocalDate first, LocalDate last) {
        private List<LocalDate> datesOf() {
            return first.datesUntil(last.plusDays(1)).toList();
        }
    }

    /** What a bill adds for an earlier period is paid for in its own. */
    private Days days() {
        var first = LocalDate.ofInstant(charged.start(), ZoneOffset.UTC);
        var last = LocalDate.ofInstant(charged.end().minusNanos(1), ZoneOffset.UTC);
        var period = bill.period();
        var from = first.isBefore(period.start()) ? period.start() : first;
        var to = last.isBefore(period.end()) ? last : period.end().minusDays(1);
        return from.isAfter(to) ? new Days(period.start(), period.end().minusDays(1)) : new Days(from, to);
    }

    private BigDecimal secondsOf(LocalDate day) {
        var whole = new DateRange(day, day.plusDays(1)).in(ZoneOffset.UTC);
        var start = whole.start().isAfter(charged.start()) ? whole.start() : charged.start();
        var end = whole.end().isBefore(charged.end()) ? whole.end() : charged.end();
        return start.isBefore(end)
                ? BigDecimal.valueOf(Duration.between(start, end).toSeconds())
                : BigDecimal.ZERO;
    }
}
