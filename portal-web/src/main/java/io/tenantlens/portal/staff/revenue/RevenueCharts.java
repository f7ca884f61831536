package io.tenantlens.portal.staff.revenue;

import io.tenantlens.api.directory.Tenant;
import io.tenantlens.api.insight.RevenueDay;
import io.tenantlens.api.usage.UsagePoint;
import io.tenantlens.cost.health.DropDetector;
import io.tenantlens.cost.health.HourlyValue;
import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.chart.Chart.Form;
import io.tenantlens.portal.chart.NumberLabels;
import io.tenantlens.portal.chart.Point;
import io.tenantlens.portal.chart.Series;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.range.ChosenRange;
import io.tenantlens.portal.range.Step;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws revenue over time. */
final class RevenueCharts {

    static final int HOURS = 48;

    private final Look look;

    RevenueCharts(Look look) {
        this.look = look;
    }

    /** The last two days by hour, beside what is usual for each hour of the week. */
    Chart hours(List<UsagePoint> points) {
        var history = points.stream()
                .map(point -> new HourlyValue(point.start(), point.value()))
                .toList();
        var byStart = new HashMap<Instant, HourlyValue>();
        history.forEach(hour -> byStart.put(hour.start(), hour));
        var detector = new DropDetector(look.zone());
        var current = look.now().truncatedTo(ChronoUnit.HOURS);
        var labelled = new ArrayList<Point>();
        var taken = new ArrayList<@Nullable BigDecimal>();
        var usual = new ArrayList<@Nullable BigDecimal>();
        for (int back = HOURS - 1; back >= 0; back--) {
            var start = current.minus(back, ChronoUnit.HOURS);
            var hour = byStart.getOrDefault(start, new HourlyValue(start, BigDecimal.ZERO));
            labelled.add(new Point(look.clock(start), look.dayAndClock(start), null, back == 0));
            taken.add(byStart.containsKey(start) ? hour.value() : null);
            usual.add(detector.compare(history, hour).baseline().orElse(null));
        }
        return chart(
                "hours",
                "Revenue an hour",
                Form.AREA,
                labelled,
                List.of(Series.main("Taken in", taken), Series.comparison("Usual for the hour", usual)));
    }

    /** The chosen days, or months where they are many, stacked by tier. */
    Chart days(ChosenRange chosen, List<RevenueDay> days) {
        Function<LocalDate, LocalDate> start =
                chosen.step() == Step.MONTH ? day -> day.withDayOfMonth(1) : Function.identity();
        var starts = chosen.dates()
                .start()
                .datesUntil(min(chosen.dates().end(), look.today().plusDays(1)))
                .map(start)
                .distinct()
                .toList();
        var series = Stream.of(Tenant.Tier.values())
                .map(tier -> Series.main(tier.name().toLowerCase(Locale.ROOT), sums(starts, days, tier, start)))
                .toList();
        return chart(
                "days",
                chosen.step() == Step.MONTH ? "Revenue a month" : "Revenue a day",
                Form.STACKED,
                starts.stream().map(day -> point(day, chosen)).toList(),
                series);
    }

    private static List<@Nullable BigDecimal> sums(
            List<LocalDate> starts, List<RevenueDay> days, Tenant.Tier tier, Function<LocalDate, LocalDate> start) {
        var byStart = new HashMap<LocalDate, BigDecimal>();
        days.stream()
                .filter(day -> day.tier() == tier)
                .forEach(day -> byStart.merge(start.apply(day.day()), day.revenue(), BigDecimal::add));
        return starts.stream().<@Nullable BigDecimal>map(byStart::get).toList();
    }

    private Point point(LocalDate day, ChosenRange chosen) {
        if (chosen.step() == Step.MONTH) {
            var month = look.month(YearMonth.from(day));
            return new Point(month, month);
        }
        return new Point(look.shortDay(day), look.day(day), null, day.equals(look.today()));
    }

    private Chart chart(String id, String title, Form form, List<Point> points, List<Series> series) {
        var labels = new NumberLabels(
                value -> look.shortQuantity(value, "BDT"),
                value -> value == null ? "no data" : look.quantity(value, "BDT"));
        return new Chart(id, title, form, points, series, labels);
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
