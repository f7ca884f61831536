package io.tenantlens.portal.range;

import io.tenantlens.cost.time.DateRange;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** A range with a name, one click away. */
public record Preset(String name, String query, boolean current) {

    private record Named(String name, DateRange dates) {}

    static List<Preset> of(ChosenRange chosen, LocalDate today) {
        var month = YearMonth.from(today);
        return Stream.of(
                        new Named("Today", ChosenRange.lastDays(1, today)),
                        new Named("7 days", ChosenRange.lastDays(7, today)),
                        new Named("30 days", ChosenRange.lastDays(30, today)),
                        new Named("This month", new DateRange(month.atDay(1), today.plusDays(1))),
                        new Named(
                                "Last month", new DateRange(month.minusMonths(1).atDay(1), month.atDay(1))),
                        new Named(
                                "12 months", new DateRange(month.minusMonths(11).atDay(1), today.plusDays(1))))
                .map(one -> new Preset(
                        one.name(), chosen.query(one.dates()), one.dates().equals(chosen.dates())))
                .toList();
    }
}
