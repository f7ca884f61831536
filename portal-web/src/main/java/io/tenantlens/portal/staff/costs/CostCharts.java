package io.tenantlens.portal.staff.costs;

import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.chart.NumberLabels;
import io.tenantlens.portal.chart.Point;
import io.tenantlens.portal.chart.Series;
import io.tenantlens.portal.chart.Series.Role;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.range.ChosenRange;
import io.tenantlens.portal.range.Step;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Draws cost by day, or by month where the days are many: the five largest groups and the rest. */
public final class CostCharts {

    private static final int LARGEST = 5;

    private final ChosenRange chosen;
    private final Look look;

    public CostCharts(ChosenRange chosen, Look look) {
        this.chosen = chosen;
        this.look = look;
    }

    /** What a group came to on a day. */
    public record Part(LocalDate day, String group, BigDecimal amount) {}

    public Chart stacked(String title, List<Part> parts) {
        var groups = new TreeMap<String, Map<LocalDate, BigDecimal>>();
        var sums = new HashMap<String, BigDecimal>();
        for (var part : parts) {
            sums.merge(part.group(), part.amount(), BigDecimal::add);
            groups.computeIfAbsent(part.group(), _ -> new HashMap<>())
                    .merge(start(part.day()), part.amount(), BigDecimal::add);
        }
        var largest = groups.keySet().stream()
                .filter(group -> sums.getOrDefault(group, BigDecimal.ZERO).signum() != 0)
                .sorted(Comparator.comparing((String group) -> sums.getOrDefault(group, BigDecimal.ZERO))
                        .reversed())
                .toList();
        var starts = starts();
        var series = new ArrayList<Series>();
        largest.stream()
                .limit(LARGEST)
                .forEach(group -> series.add(Series.main(group, values(starts, List.of(group), groups))));
        if (largest.size() > LARGEST) {
            var rest = largest.subList(LARGEST, largest.size());
            series.add(new Series("All others", Role.REST, values(starts, rest, groups)));
        }
        return new Chart(
                "cost",
                title,
                Chart.Form.STACKED,
                starts.stream().map(this::point).toList(),
                series,
                labels());
    }

    private static List<@Nullable BigDecimal> values(
            List<LocalDate> starts, List<String> groups, Map<String, Map<LocalDate, BigDecimal>> amounts) {
        return starts.stream()
                .<@Nullable BigDecimal>map(start -> groups.stream()
                        .map(group -> amounts.getOrDefault(group, Map.of()).get(start))
                        .reduce(null, CostCharts::sum))
                .toList();
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null) {
            return other;
        }
        return other == null ? one : one.add(other);
    }

    private List<LocalDate> starts() {
        var tomorrow = look.today().plusDays(1);
        var end = chosen.dates().end().isBefore(tomorrow) ? chosen.dates().end() : tomorrow;
        return chosen.first().isBefore(end)
                ? chosen.first().datesUntil(end).map(this::start).distinct().toList()
                : List.of();
    }

    private LocalDate start(LocalDate day) {
        return chosen.step() == Step.MONTH ? day.withDayOfMonth(1) : day;
    }

    private Point point(LocalDate day) {
        if (chosen.step() == Step.MONTH) {
            var month = look.month(YearMonth.from(day));
            return new Point(month, month);
        }
        return new Point(look.shortDay(day), look.day(day), null, day.equals(look.today()));
    }

    private NumberLabels labels() {
        return new NumberLabels(
                value -> look.shortQuantity(value, "BDT"),
                value -> value == null ? "no data" : look.quantity(value, "BDT"));
    }
}
