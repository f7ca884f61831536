package io.tenantlens.cost.mrr;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Groups tenants by the month in which they first paid, and follows how many of them, and how much of their MRR, stay. */
public final class Cohorts {

    private Cohorts() {}

    /**
     * Tenants that first paid in the same month.
     *
     * @param months what was left at the end of the first month, of the second, and so on
     */
    public record Cohort(YearMonth start, List<Remaining> months) {

        public Cohort {
            months = List.copyOf(months);
        }
    }

    /** How many tenants of a cohort still pay at the end of a month, and what they pay a month. */
    public record Remaining(int tenants, BigDecimal mrr) {}

    /**
     * The cohorts that start from one month to another, the oldest first; months without a new tenant have none.
     *
     * @param last the last month that is looked at, for starts and for what remains
     */
    public static List<Cohort> of(List<MrrEvent> events, YearMonth first, YearMonth last) {
        var histories = events.stream()
                .sorted(Comparator.comparing(MrrEvent::effectiveOn))
                .collect(Collectors.groupingBy(
                        MrrEvent::tenant,
                        TreeMap::new,
                        Collectors.toMap(
                                MrrEvent::effectiveOn,
                                MrrEvent::mrr,
                                (_, later) -> later,
                                TreeMap<LocalDate, BigDecimal>::new)));
        var byStart = new TreeMap<YearMonth, List<NavigableMap<LocalDate, BigDecimal>>>();
        for (var history : histories.values()) {
            history.entrySet().stream()
                    .filter(entry -> entry.getValue().signum() > 0)
                    .map(entry -> YearMonth.from(entry.getKey()))
                    .findFirst()
                    .filter(start -> !start.isBefore(first) && !start.isAfter(last))
                    .ifPresent(start -> byStart.computeIfAbsent(start, _ -> new ArrayList<>())
                            .add(history));
        }
        return byStart.entrySet().stream()
                .map(entry -> new Cohort(entry.getKey(), remaining(entry.getValue(), entry.getKey(), last)))
                .toList();
    }

    private static List<Remaining> remaining(
            List<NavigableMap<LocalDate, BigDecimal>> members, YearMonth start, YearMonth last) {
        var months = new ArrayList<Remaining>();
        for (var month = start; !month.isAfter(last); month = month.plusMonths(1)) {
            var end = month.atEndOfMonth();
            var paying = members.stream()
                    .map(history -> history.floorEntry(end))
                    .filter(entry -> entry != null && entry.getValue().signum() > 0)
                    .toList();
            months.add(new Remaining(
                    paying.size(),
                    paying.stream().map(entry -> entry.getValue()).reduce(BigDecimal.ZERO, BigDecimal::add)));
        }
        return months;
    }
}
