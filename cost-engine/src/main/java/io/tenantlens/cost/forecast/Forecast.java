package io.tenantlens.cost.forecast;

import java.util.List;

/** What can be said of the days to come. */
public sealed interface Forecast {

    /** One point a day, from the day after the last known one. */
    record Points(List<ForecastPoint> points) implements Forecast {

        public Points {
            points = List.copyOf(points);
        }
    }

    /** Nothing; the reason says why. */
    record None(String reason) implements Forecast {}
}
