package io.tenantlens.portal.report;

import io.quarkus.qute.RawString;
import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.chart.Chart.Form;
import io.tenantlens.portal.chart.NumberLabels;
import io.tenantlens.portal.chart.Point;
import io.tenantlens.portal.chart.Series;
import io.tenantlens.portal.format.Look;
import io.tenantlens.sla.reading.SlaReading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The drawings of a report. */
final class ReportCharts {

    private final SlaReading reading;
    private final Look look;
    private final Words words;
    private final List<LocalDate> days;

    ReportCharts(SlaReading reading, Look look, Words words) {
        this.reading = reading;
        this.look = look;
        this.words = words;
        this.days = reading.period().start().datesUntil(reading.period().end()).toList();
    }

    /** Three percentiles a day; null without data. */
    @Nullable
    RawString latency() {
        var slow = percentile(0.95);
        if (slow.isEmpty()) {
            return null;
        }
        var labels = new NumberLabels(look::latency, look::latency);
        var series = List.of(
                Series.main("P50", values(percentile(0.5))),
                Series.main("P95", values(slow)),
                Series.main("P99", values(percentile(0.99))));
        var worst = slow.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        var title = words.of("latency.chart");
        return PrintedChart.of(
                new Chart("latency", title, Form.AREA, points(), series, labels),
                words.of("chart.highest", title, "P95 " + look.latency(worst.getValue()), look.day(worst.getKey())));
    }

    /** What was left of the budget each day; null without data. */
    @Nullable
    RawString budget() {
        var left = reading.burnDown();
        if (left.isEmpty()) {
            return null;
        }
        var labels = new NumberLabels(value -> look.percent(value, 0), value -> look.percent(value, 1));
        var title = words.of("budget.chart");
        return PrintedChart.of(
                new Chart("budget", title, Form.AREA, points(), List.of(Series.main(title, values(left))), labels),
                words.of("chart.last", title, look.percent(left.get(left.lastKey()), 1), look.day(left.lastKey())));
    }

    private SortedMap<LocalDate, BigDecimal> percentile(double quantile) {
        var values = new TreeMap<LocalDate, BigDecimal>();
        reading.latencyByDay().forEach((day, latency) -> {
            var seconds = latency.percentile(quantile).value();
            if (Double.isFinite(seconds)) {
                values.put(day, BigDecimal.valueOf(seconds));
            }
        });
        return values;
    }

    private List<Point> points() {
        return days.stream()
                .map(day -> new Point(look.number(day.getDayOfMonth()), look.day(day)))
                .toList();
    }

    private List<@Nullable BigDecimal> values(SortedMap<LocalDate, BigDecimal> known) {
        return days.stream().<@Nullable BigDecimal>map(day -> known.get(day)).toList();
    }
}
