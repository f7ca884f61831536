package io.tenantlens.sla.reading;

import io.tenantlens.api.histogram.ClassicHistogram;
import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.api.histogram.NativeHistogram;
import io.tenantlens.sla.indicator.Estimate;
import io.tenantlens.sla.indicator.Quantiles;

/** How long requests took, in seconds: one merged distribution from which any percentile is read. */
public record Latency(Histogram distribution) {

    public static final Latency NO_DATA =
            new Latency(ClassicHistogram.of(new double[] {Double.POSITIVE_INFINITY}, new double[] {0}, 0));

    public boolean hasData() {
        return distribution.count() > 0;
    }

    public double observations() {
        return distribution.count();
    }

    /** The time that the share q of the requests did not exceed, with the ends of its bucket; NaN without data. */
    public Estimate percentile(double q) {
        return Quantiles.of(distribution).quantile(q);
    }

    /** The share of requests that took no longer; NaN without data. */
    public double shareWithin(double seconds) {
        return Quantiles.of(distribution).fractionBelow(seconds);
    }

    /** How a value inside a bucket is found. */
    public String method() {
        return switch (distribution) {
            case ClassicHistogram _ -> "merged classic buckets, linear interpolation";
            case NativeHistogram _ -> "merged native buckets, exponential interpolation";
        };
    }
}
