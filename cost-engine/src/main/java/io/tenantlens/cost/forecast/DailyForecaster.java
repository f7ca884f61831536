package io.tenantlens.cost.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Continues a daily series by its trend and, from two weeks on, its weekly season.
 *
 * <p>Trend and season are medians (Theil and Sen), so that a single outlier moves neither. The band widens with
 * the spread of the residuals and with the distance. An amount cannot be negative, so no point is.
 */
public final class DailyForecaster {

    static final int FEWEST_DAYS = 8;

    private static final int WEEK = 7;
    /** Half width of a band that holds nine of ten normal values, in standard deviations. */
    private static final double BAND = 1.6449;
    /** From the median of absolute deviations to a standard deviation. */
    private static final double MAD_TO_SIGMA = 1.4826;

    private DailyForecaster() {}

    /**
     * The forecast of the days after the last one.
     *
     * @param days one value a day, oldest first, without gaps
     * @param decimals of the answer
     */
    public static Forecast forecast(List<BigDecimal> days, int horizon, int decimals) {
        if (days.size() < FEWEST_DAYS) {
            return new Forecast.None(
                    "a forecast needs at least %d days, there are %d".formatted(FEWEST_DAYS, days.size()));
        }
        var values = days.stream().mapToDouble(BigDecimal::doubleValue).toArray();
        var seasonal = values.length >= 2 * WEEK;
        var slope = slope(values, seasonal);
        var season = season(values, slope, seasonal);
        var residuals = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] - slope * i - season[i % WEEK])
                .toArray();
        var spread = spread(residuals);
        var points = new ArrayList<ForecastPoint>();
        for (var i = values.length; i < values.length + horizon; i++) {
            var value = season[i % WEEK] + slope * i;
            var ahead = i - values.length + 1;
            var half = BAND * spread * Math.sqrt(1 + (double) ahead / values.length);
            points.add(new ForecastPoint(
                    notNegative(value, decimals),
                    notNegative(value - half, decimals),
                    notNegative(value + half, decimals)));
        }
        return new Forecast.Points(points);
    }

    /** The median slope between two days; a whole number of weeks apart, where the season would disturb it. */
    private static double slope(double[] values, boolean seasonal) {
        var slopes = new ArrayList<Double>();
        for (var i = 0; i < values.length; i++) {
            for (var j = i + (seasonal ? WEEK : 1); j < values.length; j += seasonal ? WEEK : 1) {
                slopes.add((values[j] - values[i]) / (j - i));
            }
        }
        return median(slopes.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The level of each day of the week without the trend; one level for all without a season. */
    private static double[] season(double[] values, double slope, boolean seasonal) {
        var season = new double[WEEK];
        for (var day = 0; day < WEEK; day++) {
            var weekday = day;
            season[day] = median(IntStream.range(0, values.length)
                    .filter(i -> !seasonal || i % WEEK == weekday)
                    .mapToDouble(i -> values[i] - slope * i)
                    .toArray());
        }
        return season;
    }

    /** The standard deviation of the bulk; if most residuals vanish, of them all. */
    private static double spread(double[] residuals) {
        var deviations = IntStream.range(0, residuals.length)
                .mapToDouble(i -> Math.abs(residuals[i]))
                .toArray();
        var robust = MAD_TO_SIGMA * median(deviations);
        if (robust > 0) {
            return robust;
        }
        var squares = 0.0;
        for (var residual : residuals) {
            squares += residual * residual;
        }
        return Math.sqrt(squares / residuals.length);
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static BigDecimal notNegative(double value, int decimals) {
        return BigDecimal.valueOf(Math.max(0, value)).setScale(decimals, RoundingMode.HALF_UP);
    }
}
