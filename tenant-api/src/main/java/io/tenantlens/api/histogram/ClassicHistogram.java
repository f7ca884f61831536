package io.tenantlens.api.histogram;

import java.util.Arrays;

/**
 * A histogram with explicit upper bounds, each bucket holding what lies above the bound before and not above
 * its own. The last bound is +Inf. Prometheus' classic histograms, native ones with custom buckets and
 * OpenTelemetry's explicit ones all become this.
 */
public final class ClassicHistogram implements Histogram {

    private final double[] bounds;
    private final double[] counts;
    private final double count;
    private final double sum;

    /** Takes both arrays as its own; the count is theirs. */
    ClassicHistogram(double[] bounds, double[] counts, double sum) {
        this.bounds = bounds;
        this.counts = counts;
        this.sum = sum;
        double total = 0;
        for (double each : counts) {
            total += each;
        }
        this.count = total;
    }

    /** From counts per bucket. */
    public static ClassicHistogram of(double[] bounds, double[] counts, double sum) {
        checkBounds(bounds, counts.length);
        for (double each : counts) {
            Counts.check(each);
        }
        return new ClassicHistogram(bounds.clone(), counts.clone(), sum);
    }

    /**
     * From counts that each include the buckets before, as Prometheus writes them. A count above the one after it,
     * left by a scrape that was cut in two, is taken as equal to it, so that the total is the sender's own.
     */
    public static ClassicHistogram ofCumulative(double[] bounds, double[] cumulative, double sum) {
        checkBounds(bounds, cumulative.length);
        for (double each : cumulative) {
            Counts.check(each);
        }
        return new ClassicHistogram(bounds.clone(), perBucket(cumulative.clone()), sum);
    }

    /** Turns cumulative counts, lowered where they exceed a later one, into counts per bucket, in place. */
    private static double[] perBucket(double[] cumulative) {
        for (int i = cumulative.length - 2; i >= 0; i--) {
            cumulative[i] = Math.min(cumulative[i], cumulative[i + 1]);
        }
        for (int i = cumulative.length - 1; i > 0; i--) {
            cumulative[i] -= cumulative[i - 1];
        }
        return cumulative;
    }

    /** From a native histogram with custom buckets (schema -53): bucket i ends at the i-th bound, the last at +Inf. */
    public static ClassicHistogram ofCustomBuckets(double[] finiteBounds, SparseBuckets buckets, double sum) {
        var bounds = Arrays.copyOf(finiteBounds, finiteBounds.length + 1);
        bounds[finiteBounds.length] = Double.POSITIVE_INFINITY;
        var counts = new double[bounds.length];
        for (int i = 0; i < buckets.size(); i++) {
            int index = buckets.index(i);
            if (index < 0 || index >= counts.length) {
                throw new IllegalArgumentException("no custom bound for bucket " + index);
            }
            counts[index] = buckets.count(i);
        }
        return of(bounds, counts, sum);
    }

    @Override
    public double count() {
        return count;
    }

    @Override
    public double sum() {
        return sum;
    }

    /** The number of buckets, the one up to +Inf included. */
    public int size() {
        return bounds.length;
    }

    /** The upper bound of a bucket. */
    public double bound(int bucket) {
        return bounds[bucket];
    }

    /** The observations in this bucket alone. */
    public double count(int bucket) {
        return counts[bucket];
    }

    @Override
    public Histogram merge(Histogram other) {
        return switch (other) {
            case ClassicHistogram classic -> plus(classic);
            case NativeHistogram nativeHistogram -> plus(nativeHistogram.toBounds(bounds));
        };
    }

    private ClassicHistogram plus(ClassicHistogram other) {
        if (!sameBounds(other)) {
            var shared = sharedBounds(other);
            return onBounds(shared).plus(other.onBounds(shared));
        }
        var added = counts.clone();
        for (int i = 0; i < added.length; i++) {
            added[i] += other.counts[i];
        }
        return new ClassicHistogram(bounds, added, sum + other.sum);
    }

    @Override
    public boolean restartedAfter(Histogram earlier) {
        if (!(earlier instanceof ClassicHistogram before) || count < before.count) {
            return true;
        }
        if (!sameBounds(before)) {
            var shared = sharedBounds(before);
            return onBounds(shared).restartedAfter(before.onBounds(shared));
        }
        // A source counts cumulatively: a restart shows where a cumulative count goes down.
        double now = 0;
        double then = 0;
        for (int i = 0; i < counts.length; i++) {
            now += counts[i];
            then += before.counts[i];
            if (now < then) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Histogram since(Histogram earlier) {
        if (!(earlier instanceof ClassicHistogram before) || restartedAfter(before)) {
            return this;
        }
        var shared = sameBounds(before) ? bounds : sharedBounds(before);
        return onBounds(shared).minus(before.onBounds(shared));
    }

    private ClassicHistogram minus(ClassicHistogram before) {
        var cumulative = new double[counts.length];
        double reached = 0;
        for (int i = 0; i < cumulative.length; i++) {
            reached += counts[i] - before.counts[i];
            cumulative[i] = reached;
        }
        return new ClassicHistogram(bounds, perBucket(cumulative), sum - before.sum);
    }

    private boolean sameBounds(ClassicHistogram other) {
        return Arrays.equals(bounds, other.bounds);
    }

    private double[] sharedBounds(ClassicHistogram other) {
        return Arrays.stream(bounds)
                .filter(bound -> Arrays.binarySearch(other.bounds, bound) >= 0)
                .toArray();
    }

    /** The same observations on some of the bounds, which must end with +Inf. */
    private ClassicHistogram onBounds(double[] fewer) {
        if (fewer.length == bounds.length) {
            return this;
        }
        var folded = new double[fewer.length];
        int target = 0;
        for (int i = 0; i < bounds.length; i++) {
            while (fewer[target] < bounds[i]) {
                target++;
            }
            folded[target] += counts[i];
        }
        return new ClassicHistogram(fewer, folded, sum);
    }

    private static void checkBounds(double[] bounds, int buckets) {
        if (bounds.length == 0 || bounds.length != buckets) {
            throw new IllegalArgumentException(
                    "one count per bound: " + bounds.length + " bounds, " + buckets + " counts");
        }
        for (int i = 1; i < bounds.length; i++) {
            if (!(bounds[i - 1] < bounds[i])) {
                throw new IllegalArgumentException("bounds must ascend: " + bounds[i - 1] + " before " + bounds[i]);
            }
        }
        if (bounds[bounds.length - 1] != Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("the last bound must be +Inf: " + bounds[bounds.length - 1]);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClassicHistogram that
                && Arrays.equals(bounds, that.bounds)
                && Arrays.equals(counts, that.counts)
                && Double.compare(sum, that.sum) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(bounds) + Arrays.hashCode(counts)) + Double.hashCode(sum);
    }

    @Override
    public String toString() {
        return "classic " + Arrays.toString(bounds) + " " + Arrays.toString(counts) + " sum " + sum;
    }
}
