package io.tenantlens.api.ingest.otlp;

import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.tenantlens.api.histogram.ClassicHistogram;
import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.api.histogram.NativeHistogram;
import io.tenantlens.api.histogram.SparseBuckets;
import io.tenantlens.api.histogram.ZeroBucket;
import java.util.Arrays;
import java.util.List;

/** OpenTelemetry's histograms as ours. Each throws an {@link IllegalArgumentException} where parts contradict each other. */
final class Distributions {

    private Distributions() {}

    /** The last bucket, up to +Inf, has no bound of its own. Without any buckets only count and sum are known. */
    static Histogram explicit(HistogramDataPoint point) {
        double[] bounds = Arrays.copyOf(
                point.getExplicitBoundsList().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray(),
                point.getExplicitBoundsCount() + 1);
        bounds[bounds.length - 1] = Double.POSITIVE_INFINITY;
        double[] counts = point.getBucketCountsCount() == 0
                ? new double[] {(double) point.getCount()}
                : counts(point.getBucketCountsList());
        var histogram = ClassicHistogram.of(bounds, counts, point.getSum());
        if (histogram.count() != point.getCount()) {
            throw new IllegalArgumentException(
                    "count " + point.getCount() + " but " + histogram.count() + " in buckets");
        }
        return histogram;
    }

    /** OpenTelemetry's bucket {@code i} reaches from base^i to base^(i+1): Prometheus calls it {@code i + 1}. */
    static Histogram exponential(ExponentialHistogramDataPoint point) {
        if (point.getScale() < NativeHistogram.COARSEST_SCHEMA || point.getScale() > 20) {
            throw new IllegalArgumentException("scale must be -4 to 20: " + point.getScale());
        }
        return NativeHistogram.of(
                point.getScale(),
                new ZeroBucket(point.getZeroThreshold(), (double) point.getZeroCount()),
                buckets(point.getPositive()),
                buckets(point.getNegative()),
                (double) point.getCount(),
                point.getSum());
    }

    private static SparseBuckets buckets(ExponentialHistogramDataPoint.Buckets buckets) {
        return buckets.getBucketCountsCount() == 0
                ? SparseBuckets.NONE
                : SparseBuckets.dense(Math.addExact(buckets.getOffset(), 1), counts(buckets.getBucketCountsList()));
    }

    private static double[] counts(List<Long> counts) {
        return counts.stream().mapToDouble(Long::doubleValue).toArray();
    }
}
