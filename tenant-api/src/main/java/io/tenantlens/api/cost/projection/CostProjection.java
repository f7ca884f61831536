package io.tenantlens.api.cost.projection;

import io.tenantlens.cost.forecast.DailyForecaster;
import io.tenantlens.cost.forecast.Forecast;
import io.tenantlens.cost.forecast.ForecastPoint;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * What a tenant should cost from today on.
 *
 * @param week of the next 7 days, today included
 * @param month of the next 30
 * @param monthEnd of the whole open month, what it cost before today included
 */
record CostProjection(BigDecimal week, BigDecimal month, Sum monthEnd) {

    private static final int WEEK = 7;
    private static final int MONTH = 30;
    private static final int DECIMALS = 6;

    /** An expected sum and its band. */
    record Sum(BigDecimal value, BigDecimal low, BigDecimal high) {}

    /**
     * Continues whole days.
     *
     * @param days one value a day up to yesterday, oldest first, without gaps
     * @param spent in the open month before today
     * @param left days of the open month, today included
     * @return empty where there are too few days to tell
     */
    static Optional<CostProjection> of(List<BigDecimal> days, BigDecimal spent, int left) {
        return switch (DailyForecaster.forecast(days, Math.max(MONTH, left), DECIMALS)) {
            case Forecast.None _ -> Optional.empty();
            case Forecast.Points(var points) ->
                Optional.of(new CostProjection(
                        sum(points.subList(0, WEEK)), sum(points.subList(0, MONTH)), monthEnd(points, spent, left)));
        };
    }

    private static BigDecimal sum(List<ForecastPoint> points) {
        return points.stream().map(ForecastPoint::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Days miss their mark independently of each other, so the band of a sum grows with the root of the squares. */
    private static Sum monthEnd(List<ForecastPoint> points, BigDecimal spent, int left) {
        var ahead = points.subList(0, left);
        var squares = ahead.stream()
                .map(point -> point.high().subtract(point.value()).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var half = squares.sqrt(MathContext.DECIMAL64);
        var value = spent.add(sum(ahead));
        return new Sum(value, value.subtract(half).max(spent), value.add(half));
    }
}
