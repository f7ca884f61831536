package io.tenantlens.portal.tenant.sla;

import io.tenantlens.cost.time.DateRange;
import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.chart.Chart.Form;
import io.tenantlens.portal.chart.NumberLabels;
import io.tenantlens.portal.chart.Point;
import io.tenantlens.portal.chart.Series;
import io.tenantlens.portal.format.Look;
import io.tenantlens.sla.incident.Incident;
import io.tenantlens.sla.objective.BudgetWindow;
import io.tenantlens.sla.objective.BurnAlerts;
import io.tenantlens.sla.objective.BurnCondition;
import io.tenantlens.sla.objective.Severity;
import io.tenantlens.sla.reading.BurnReading;
import io.tenantlens.sla.reading.SlaReading;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The error budget over its window and how fast it goes.
 *
 * @param window the days of the budget, in words
 * @param burns of the windows that end with the last sample, the shortest first
 */
public record BudgetView(Chart burnDown, String window, String total, String used, String left, List<Burn> burns) {

    /**
     * How fast the budget went lately.
     *
     * @param calls what a rate above the factor of this window asks for
     */
    public record Burn(String window, String failed, String of, String rate, String mood, String calls) {}

    static BudgetView of(SlaReading reading, List<Incident> incidents, Look look) {
        var budget = reading.budget();
        var dates = reading.budgetDays().dates();
        return new BudgetView(
                burnDown(reading, dates, incidents, look),
                switch (reading.promise().objective().window()) {
                    case BudgetWindow.Month _ -> "the calendar month";
                    case BudgetWindow.Rolling(int days) ->
                        days + " rolling days, "
                                + look.range(dates.start(), dates.end().minusDays(1));
                },
                look.quantity(budget.total(), ""),
                look.quantity(budget.used(), ""),
                look.quantity(budget.remaining(), ""),
                reading.burns().entrySet().stream()
                        .map(entry -> burn(entry, reading, look))
                        .toList());
    }

    /** A day without data leaves as much as the day before it. */
    private static Chart burnDown(SlaReading reading, DateRange dates, List<Incident> incidents, Look look) {
        var left = reading.burnDown();
        var points = new ArrayList<Point>();
        var values = new ArrayList<@Nullable BigDecimal>();
        BigDecimal last = null;
        for (var day = dates.start(); day.isBefore(dates.end()) && !day.isAfter(look.today()); day = day.plusDays(1)) {
            last = left.getOrDefault(day, last);
            values.add(last);
            points.add(new Point(look.shortDay(day), name(day, incidents, look), null, day.equals(look.today())));
        }
        var labels = new NumberLabels(
                value -> look.percent(value, 0), value -> value == null ? "no data" : look.percent(value, 1));
        return new Chart(
                "burn-down",
                "Error budget left at the end of each day",
                Form.LINE,
                points,
                List.of(Series.main("Left", values)),
                labels);
    }

    private static String name(LocalDate day, List<Incident> incidents, Look look) {
        var happened = incidents.stream().anyMatch(incident -> DayCalendar.touches(incident, day, look));
        return look.day(day) + (happened ? ", an incident" : "");
    }

    private static Burn burn(Map.Entry<Duration, BurnReading> entry, SlaReading reading, Look look) {
        var counted = entry.getValue().counted();
        var rate = entry.getValue().rate().value();
        var condition = condition(entry.getKey(), reading);
        return new Burn(
                window(entry.getKey()),
                look.quantity(counted.bad(), ""),
                look.quantity(counted.total(), ""),
                rate.map(value -> look.quantity(value, "")).orElse("above any"),
                rate.filter(value -> value.compareTo(BigDecimal.ONE) <= 0).isPresent()
                        ? "good"
                        : condition != null
                                        && rate.filter(value -> value.compareTo(condition.factor()) <= 0)
                                                .isEmpty()
                                ? "bad"
                                : "warn",
                condition == null
                        ? ""
                        : (condition.severity() == Severity.PAGE ? "pages somebody above " : "a ticket above ")
                                + look.quantity(condition.factor(), ""));
    }

    private static @Nullable BurnCondition condition(Duration window, SlaReading reading) {
        var days = reading.promise().objective().window().nominalDays();
        return BurnAlerts.forWindow(days).conditions().stream()
                .filter(condition -> condition.longWindow().equals(window))
                .findFirst()
                .orElse(null);
    }

    private static String window(Duration window) {
        return window.toDays() > 0
                ? window.toDays() + (window.toDays() == 1 ? " day" : " days")
                : window.toHours() + (window.toHours() == 1 ? " hour" : " hours");
    }
}
