package io.tenantlens.sla.json;

import io.tenantlens.sla.indicator.NumberText;
import io.tenantlens.sla.reading.Latency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Percentiles with how they were read and how far off they may be. */
record LatencyJson(
        String observations, String method, @Nullable String percentWithinObjective, List<PercentileJson> percentiles) {

    /** The seconds that the share q of the requests did not exceed; the true value lies between lower and upper. */
    record PercentileJson(String q, String seconds, String lower, String upper, String relativeError) {

        static PercentileJson of(double q, Latency latency) {
            var estimate = latency.percentile(q);
            return new PercentileJson(
                    NumberText.of(q),
                    NumberText.of(estimate.value()),
                    NumberText.of(estimate.lower()),
                    NumberText.of(estimate.upper()),
                    NumberText.of(estimate.relativeError()));
        }
    }

    static LatencyJson of(Latency latency, double thresholdSeconds, List<Double> quantiles) {
        return new LatencyJson(
                NumberText.of(latency.observations()),
                latency.method(),
                latency.hasData() ? NumberText.of(100 * latency.shareWithin(thresholdSeconds)) : null,
                latency.hasData()
                        ? quantiles.stream()
                                .map(q -> PercentileJson.of(q, latency))
                                .toList()
                        : List.of());
    }
}
