package io.tenantlens.sla.indicator;

import io.tenantlens.api.histogram.ClassicHistogram;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Classic buckets with cumulative counts, in any order and with the flaws that scraped buckets may have. */
public final class CumulativeBuckets implements Quantiles {

    /** An upper bound and the number of observations not above it. */
    public record Bucket(double le, double count) {}

    /** Counts that differ by a smaller share than this differ by rounding alone. */
    private static final double ROUNDING = 1e-12;

    private final double[] bounds;
    private final double[] counts;

    /** Ascending bounds, each once. */
    private CumulativeBuckets(double[] bounds, double[] counts) {
        this.bounds = bounds;
        this.counts = counts;
    }

    /** Sorts the buckets and adds up those with the same bound. */
    public static CumulativeBuckets of(List<Bucket> buckets) {
        var sorted = buckets.stream()
                .sorted(Comparator.comparingDouble(bucket -> bucket.le() + 0.0))
                .toList();
        var bounds = new double[sorted.size()];
        var counts = new double[sorted.size()];
        int size = 0;
        for (var bucket : sorted) {
            if (size > 0 && bounds[size - 1] == bucket.le()) {
                counts[size - 1] += bucket.count();
            } else {
                bounds[size] = bucket.le();
                counts[size++] = bucket.count();
            }
        }
        return new CumulativeBuckets(Arrays.copyOf(bounds, size), Arrays.copyOf(counts, size));
    }

    static CumulativeBuckets of(ClassicHistogram histogram) {
        var bounds = new double[histogram.size()];
        var counts = new double[histogram.size()];
        double reached = 0;
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = histogram.bound(i);
            reached += histogram.count(i);
            counts[i] = reached;
        }
        return new CumulativeBuckets(bounds, counts);
    }

    /** Whether the highest bucket is open, without which nothing can be said. */
    public boolean complete() {
        return bounds.length > 0 && bounds[bounds.length - 1] == Double.POSITIVE_INFINITY;
    }

    @Override
    public double observations() {
        return complete() ? counts[counts.length - 1] : Double.NaN;
    }

    @Override
    public Estimate quantile(double q) {
        if (Double.isNaN(q)) {
            return Estimate.unknown();
        }
        if (q < 0 || q > 1) {
            return Estimate.exactly(q < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        if (!complete() || bounds.length < 2) {
            return Estimate.unknown();
        }
        var rising = rising();
        int last = rising.length - 1;
        if (rising[last] == 0) {
            return Estimate.unknown();
        }
        double rank = q * rising[last];
        int bucket = firstAtLeast(rising, rank);
        if (bucket == last) {
            return new Estimate(bounds[last - 1], bounds[last - 1], Double.POSITIVE_INFINITY);
        }
        return bucket == 0 ? inFirst(rank / rising[0]) : inside(bucket, rising, rank);
    }

    /** Zero is taken as the start of the first bucket unless that bucket reaches below zero. */
    private Estimate inFirst(double share) {
        return bounds[0] <= 0
                ? new Estimate(bounds[0], Double.NEGATIVE_INFINITY, bounds[0])
                : new Estimate(bounds[0] * share, 0, bounds[0]);
    }

    private Estimate inside(int bucket, double[] rising, double rank) {
        double start = bounds[bucket - 1];
        double end = bounds[bucket];
        double share = (rank - rising[bucket - 1]) / (rising[bucket] - rising[bucket - 1]);
        return new Estimate(start + (end - start) * share, start, end);
    }

    /** The first bucket but the last whose count reaches the rank, else the last. */
    private static int firstAtLeast(double[] rising, double rank) {
        int bucket = 0;
        while (bucket < rising.length - 1 && !(rising[bucket] >= rank)) {
            bucket++;
        }
        return bucket;
    }

    /** The counts without decreases and without differences that are only rounding. */
    private double[] rising() {
        var rising = counts.clone();
        for (int i = 1; i < rising.length; i++) {
            if (rising[i] < rising[i - 1] || nearlyEqual(rising[i], rising[i - 1])) {
                rising[i] = rising[i - 1];
            }
        }
        return rising;
    }

    private static boolean nearlyEqual(double a, double b) {
        if (a == 0 || b == 0) {
            return Math.abs(a - b) < ROUNDING * Double.MIN_NORMAL;
        }
        return Math.abs(a - b) / Math.min(a + b, Double.MAX_VALUE) < ROUNDING;
    }

    @Override
    public double fraction(double lower, double upper) {
        if (!complete() || observations() == 0 || Double.isNaN(lower) || Double.isNaN(upper)) {
            return Double.NaN;
        }
        if (lower >= upper) {
            return 0;
        }
        return (rank(upper) - rank(lower)) / observations();
    }

    /** How many observations are not above a value, interpolated within its bucket. */
    private double rank(double value) {
        double start = bounds[0] <= 0 ? Double.NEGATIVE_INFINITY : 0;
        double before = 0;
        for (int i = 0; i < bounds.length; i++) {
            if (start >= value) {
                return Math.min(before, observations());
            }
            if (bounds[i] > value) {
                double inside = start == Double.NEGATIVE_INFINITY
                        ? counts[i]
                        : before + (counts[i] - before) * (value - start) / (bounds[i] - start);
                return Math.min(inside, observations());
            }
            start = bounds[i];
            before = counts[i];
        }
        return observations();
    }
}
