package io.tenantlens.sla.indicator;

import io.tenantlens.api.histogram.ClassicHistogram;
import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.api.histogram.NativeHistogram;

/**
 * Reads quantiles and shares from a distribution with the results of Prometheus 3's {@code histogram_quantile}
 * and {@code histogram_fraction}: interpolation is linear in classic and exponential in native buckets.
 */
public sealed interface Quantiles permits CumulativeBuckets, ExponentialBuckets {

    static Quantiles of(Histogram histogram) {
        return switch (histogram) {
            case ClassicHistogram classic -> CumulativeBuckets.of(classic);
            case NativeHistogram nativeHistogram -> new ExponentialBuckets(nativeHistogram);
        };
    }

    /**
     * The value that the share q of the observations does not exceed, with the bucket it lies in. NaN without
     * observations; a q below 0 gives -Inf, above 1 +Inf.
     */
    Estimate quantile(double q);

    /** The share of the observations above the lower and not above the upper value; NaN without observations. */
    double fraction(double lower, double upper);

    /** The share of the observations that are not above a value. */
    default double fractionBelow(double value) {
        return fraction(Double.NEGATIVE_INFINITY, value);
    }

    double observations();
}
