package io.tenantlens.api.histogram;

import java.util.Objects;

/**
 * A histogram with exponential buckets: bucket n holds what lies above base^(n-1) and not above base^n, where
 * the base is 2^(2^-schema), and a zero bucket holds what is within the zero threshold of zero. Prometheus'
 * native histograms and OpenTelemetry's exponential ones become this.
 */
public final class NativeHistogram implements Histogram {

    public static final int COARSEST_SCHEMA = -4;
    public static final int FINEST_SCHEMA = 8;

    /** How far apart, relatively, two sums of the same fractional counts may be. */
    private static final double ROUNDING = 1e-9;

    private final int schema;
    private final ZeroBucket zero;
    private final SparseBuckets positive;
    private final SparseBuckets negative;
    private final double count;
    private final double sum;

    NativeHistogram(
            int schema, ZeroBucket zero, SparseBuckets positive, SparseBuckets negative, double count, double sum) {
        this.schema = schema;
        this.zero = zero;
        this.positive = positive;
        this.negative = negative;
        this.count = count;
        this.sum = sum;
    }

    /**
     * From its parts. The count may exceed the buckets if NaN was observed, which is in no bucket. OpenTelemetry
     * has schemas above 8; they are reduced to 8.
     */
    public static NativeHistogram of(
            int schema, ZeroBucket zero, SparseBuckets positive, SparseBuckets negative, double count, double sum) {
        if (schema < COARSEST_SCHEMA) {
            throw new IllegalArgumentException("schema must be at least " + COARSEST_SCHEMA + ": " + schema);
        }
        double inBuckets = zero.count() + positive.total() + negative.total();
        double outside = Counts.check(count) - inBuckets;
        if (Math.abs(outside) > ROUNDING * count && (outside < 0 || !Double.isNaN(sum))) {
            throw new IllegalArgumentException("count " + count + " but " + inBuckets + " in buckets, sum " + sum);
        }
        var histogram = new NativeHistogram(schema, zero, positive, negative, count, sum);
        return schema > FINEST_SCHEMA ? histogram.downscale(FINEST_SCHEMA) : histogram;
    }

    /** The upper bound of a positive bucket, base^index. The last bucket before +Inf ends at the largest number. */
    public static double bound(int index, int schema) {
        if (schema <= 0) {
            long exponent = (long) index << -schema;
            return exponent == Double.MAX_EXPONENT + 1 ? Double.MAX_VALUE : power(1, exponent);
        }
        int steps = 1 << schema;
        int within = index & (steps - 1);
        long exponent = index >> schema;
        return within == 0 && exponent == Double.MAX_EXPONENT + 1
                ? Double.MAX_VALUE
                : power(Math.pow(2, (double) within / steps), exponent);
    }

    private static double power(double mantissa, long exponent) {
        return Math.scalb(mantissa, Math.clamp(exponent, -2000, 2000));
    }

    @Override
    public double count() {
        return count;
    }

    @Override
    public double sum() {
        return sum;
    }

    public int schema() {
        return schema;
    }

    public ZeroBucket zero() {
        return zero;
    }

    public SparseBuckets positive() {
        return positive;
    }

    /** The buckets below zero, by the index of their absolute value. */
    public SparseBuckets negative() {
        return negative;
    }

    /** The same observations at a coarser resolution. */
    public NativeHistogram downscale(int coarser) {
        if (coarser > schema || coarser < COARSEST_SCHEMA) {
            throw new IllegalArgumentException("schema " + schema + " cannot become " + coarser);
        }
        int steps = schema - coarser;
        return steps == 0
                ? this
                : new NativeHistogram(coarser, zero, positive.coarser(steps), negative.coarser(steps), count, sum);
    }

    @Override
    public Histogram merge(Histogram other) {
        return switch (other) {
            case ClassicHistogram classic -> classic.merge(this);
            case NativeHistogram that -> plus(that);
        };
    }

    private NativeHistogram plus(NativeHistogram other) {
        int coarser = Math.min(schema, other.schema);
        var here = downscale(coarser);
        var there = other.downscale(coarser);
        while (here.zero.threshold() != there.zero.threshold()) {
            double wider = Math.max(here.zero.threshold(), there.zero.threshold());
            here = here.widenZero(wider);
            there = there.widenZero(wider);
        }
        return new NativeHistogram(
                coarser,
                here.zero.plus(there.zero.count()),
                here.positive.plus(there.positive),
                here.negative.plus(there.negative),
                count + other.count,
                sum + other.sum);
    }

    @Override
    public boolean restartedAfter(Histogram earlier) {
        if (!(earlier instanceof NativeHistogram before)
                || count < before.count
                || schema > before.schema
                || zero.threshold() < before.zero.threshold()) {
            return true;
        }
        var then = before.downscale(schema).widenZero(zero.threshold());
        return then.zero.threshold() != zero.threshold()
                || zero.count() < then.zero.count()
                || !positive.covers(then.positive)
                || !negative.covers(then.negative);
    }

    @Override
    public Histogram since(Histogram earlier) {
        if (!(earlier instanceof NativeHistogram before) || restartedAfter(before)) {
            return this;
        }
        var then = before.downscale(schema).widenZero(zero.threshold());
        return new NativeHistogram(
                schema,
                zero.plus(-then.zero.count()),
                positive.minus(then.positive),
                negative.minus(then.negative),
                count - then.count,
                sum - then.sum);
    }

    /**
     * With a zero bucket of at least this threshold. A threshold within a populated bucket grows to the end of
     * that bucket, since part of a bucket can't be counted.
     */
    private NativeHistogram widenZero(double atLeast) {
        double threshold = atLeast;
        if (threshold <= zero.threshold()) {
            return this;
        }
        int fromPositive = 0;
        int fromNegative = 0;
        double before;
        do {
            before = threshold;
            fromPositive = firstAbove(positive, threshold);
            threshold = Math.max(threshold, endOf(positive, fromPositive));
            fromNegative = firstAbove(negative, threshold);
            threshold = Math.max(threshold, endOf(negative, fromNegative));
        } while (threshold != before);
        double taken = 0;
        for (int i = 0; i < fromPositive; i++) {
            taken += positive.count(i);
        }
        for (int i = 0; i < fromNegative; i++) {
            taken += negative.count(i);
        }
        return new NativeHistogram(
                schema,
                new ZeroBucket(threshold, zero.count() + taken),
                positive.from(fromPositive),
                negative.from(fromNegative),
                count,
                sum);
    }

    private int firstAbove(SparseBuckets buckets, double threshold) {
        int i = 0;
        while (i < buckets.size() && bound(buckets.index(i) - 1, schema) < threshold) {
            i++;
        }
        return i;
    }

    private double endOf(SparseBuckets buckets, int taken) {
        return taken == 0 ? 0 : bound(buckets.index(taken - 1), schema);
    }

    /** The observations on explicit bounds, each bucket at the first bound that is not below it. */
    ClassicHistogram toBounds(double[] bounds) {
        var counts = new double[bounds.length];
        for (int i = 0; i < negative.size(); i++) {
            counts[place(bounds, -bound(negative.index(i) - 1, schema))] += negative.count(i);
        }
        counts[place(bounds, zero.threshold())] += zero.count();
        for (int i = 0; i < positive.size(); i++) {
            counts[place(bounds, bound(positive.index(i), schema))] += positive.count(i);
        }
        counts[bounds.length - 1] += count - zero.count() - positive.total() - negative.total();
        return new ClassicHistogram(bounds, counts, sum);
    }

    private static int place(double[] bounds, double value) {
        int i = 0;
        while (bounds[i] < value) {
            i++;
        }
        return i;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NativeHistogram that
                && schema == that.schema
                && zero.equals(that.zero)
                && positive.equals(that.positive)
                && negative.equals(that.negative)
                && Double.compare(count, that.count) == 0
                && Double.compare(sum, that.sum) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(schema, zero, positive, negative, count, sum);
    }

    @Override
    public String toString() {
        return "native schema " + schema + " " + zero + " positive " + positive + " negative " + negative + " count "
                + count + " sum " + sum;
    }
}
