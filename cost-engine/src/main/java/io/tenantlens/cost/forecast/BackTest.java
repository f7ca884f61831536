package io.tenantlens.cost.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** How wrong the forecast would have been for days that are known by now. */
public final class BackTest {

    private static final int DECIMALS = 6;

    private BackTest() {}

    /**
     * The sum of the absolute errors over the sum of the values (WAPE), as a share: 0.08 is wrong by 8 % on average.
     *
     * @param days one value a day, oldest first, without gaps
     * @param heldOut how many of the last days are forecast from those before
     * @return empty if too few days are left to forecast from, or if nothing was taken in on those held out
     */
    public static Optional<BigDecimal> error(List<BigDecimal> days, int heldOut, int decimals) {
        if (heldOut < 1 || days.size() <= heldOut) {
            return Optional.empty();
        }
        var split = days.size() - heldOut;
        var actual = days.subList(split, days.size());
        var total = actual.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (DailyForecaster.forecast(days.subList(0, split), heldOut, decimals)) {
            case Forecast.None _ -> Optional.empty();
            case Forecast.Points(var points)
            when total.signum() > 0 -> {
                var wrong = BigDecimal.ZERO;
                for (var day = 0; day < heldOut; day++) {
                    wrong = wrong.add(
                            points.get(day).value().subtract(actual.get(day)).abs());
                }
                yield Optional.of(wrong.divide(total, DECIMALS, RoundingMode.HALF_UP));
            }
            case Forecast.Points _ -> Optional.empty();
        };
    }
}
