package io.tenantlens.portal.staff.forecast;

import io.tenantlens.cost.forecast.BackTest;
import io.tenantlens.cost.forecast.DailyForecaster;
import io.tenantlens.cost.forecast.Forecast;
import io.tenantlens.cost.forecast.ForecastPoint;
import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.chart.NumberLabels;
import io.tenantlens.portal.chart.Point;
import io.tenantlens.portal.chart.Series;
import io.tenantlens.portal.format.Look;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be expected of an amount in BDT.
 *
 * @param chart known days followed by expected ones with their band; null where there are too few days
 * @param words how far to trust it, or why there is none
 */
public record ForecastCard(@Nullable Chart chart, String words) {

    private static final int AHEAD = 14;
    private static final int DECIMALS = 2;

    /**
     * Continues whole days by two weeks.
     *
     * @param title of the chart, such as Revenue a day, expected
     * @param happened what the known days are called, such as Taken in
     * @param known one amount a day without gaps
     */
    public static ForecastCard of(String title, String happened, SortedMap<LocalDate, BigDecimal> known, Look look) {
        var days = List.copyOf(known.values());
        return switch (DailyForecaster.forecast(days, AHEAD, DECIMALS)) {
            case Forecast.None(var reason) -> new ForecastCard(null, reason);
            case Forecast.Points(var points) ->
                new ForecastCard(
                        chart(title, happened, known, points, look),
                        BackTest.error(days, AHEAD, DECIMALS)
                                .map(error ->
                                        ("Trend and weekly season of the last %d days; nine of ten days should fall"
                                                        + " between low and high. Two weeks ago it would have been wrong by %s on"
                                                        + " average.")
                                                .formatted(days.size(), look.percent(error, 1)))
                                .orElse("Too few days to tell how far to trust it."));
        };
    }

    private static Chart chart(
            String title,
            String happened,
            SortedMap<LocalDate, BigDecimal> known,
            List<ForecastPoint> expected,
            Look look) {
        var last = known.lastKey();
        var ahead = IntStream.rangeClosed(1, expected.size()).mapToObj(last::plusDays);
        var values = known.values().stream()
                .<@Nullable BigDecimal>map(value -> value)
                .toList();
        return new Chart(
                "forecast",
                title,
                Chart.Form.LINE,
                Stream.concat(known.keySet().stream(), ahead)
                        .map(day -> new Point(look.shortDay(day), look.day(day)))
                        .toList(),
                List.of(
                        Series.main(happened, values),
                        Series.main("Expected", after(values.size(), expected, ForecastPoint::value)),
                        Series.comparison("Low", after(values.size(), expected, ForecastPoint::low)),
                        Series.comparison("High", after(values.size(), expected, ForecastPoint::high))),
                new NumberLabels(
                        value -> look.shortQuantity(value, "BDT"),
                        value -> value == null ? "no data" : look.quantity(value, "BDT")));
    }

    /** A part of the expected points, with gaps where the days are known. */
    private static List<@Nullable BigDecimal> after(
            int known, List<ForecastPoint> expected, Function<ForecastPoint, BigDecimal> part) {
        return IntStream.range(0, known + expected.size())
                .<@Nullable BigDecimal>mapToObj(day -> day < known ? null : part.apply(expected.get(day - known)))
                .toList();
    }
}
