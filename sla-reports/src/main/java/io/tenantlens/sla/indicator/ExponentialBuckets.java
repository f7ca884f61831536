package io.tenantlens.sla.indicator;

import io.tenantlens.api.histogram.NativeHistogram;
import io.tenantlens.api.histogram.SparseBuckets;

/** The populated buckets of a native histogram from the lowest value to the highest, the zero bucket between. */
final class ExponentialBuckets implements Quantiles {

    private final NativeHistogram histogram;
    private final double[] lowers;
    private final double[] uppers;
    private final double[] counts;

    ExponentialBuckets(NativeHistogram histogram) {
        this.histogram = histogram;
        var negative = histogram.negative();
        var positive = histogram.positive();
        boolean hasZero = histogram.zero().count() > 0;
        int size = negative.size() + (hasZero ? 1 : 0) + positive.size();
        lowers = new double[size];
        uppers = new double[size];
        counts = new double[size];
        int at = 0;
        for (int i = negative.size() - 1; i >= 0; i--) {
            set(at++, -upper(negative, i), -lower(negative, i), negative.count(i));
        }
        if (hasZero) {
            // With observations on one side of zero only, those near zero are on that side, too.
            double threshold = histogram.zero().threshold();
            double lower = negative.isEmpty() && !positive.isEmpty() ? 0 : -threshold;
            double upper = positive.isEmpty() && !negative.isEmpty() ? 0 : threshold;
            set(at++, lower, upper, histogram.zero().count());
        }
        for (int i = 0; i < positive.size(); i++) {
            set(at++, lower(positive, i), upper(positive, i), positive.count(i));
        }
    }

    private void set(int at, double lower, double upper, double count) {
        lowers[at] = lower;
        uppers[at] = upper;
        counts[at] = count;
    }

    private double upper(SparseBuckets buckets, int i) {
        return NativeHistogram.bound(buckets.index(i), histogram.schema());
    }

    /** A bucket that reaches into the zero bucket begins where that ends. */
    private double lower(SparseBuckets buckets, int i) {
        double threshold = histogram.zero().threshold();
        double lower = NativeHistogram.bound(buckets.index(i) - 1, histogram.schema());
        return lower < threshold && upper(buckets, i) > threshold ? threshold : lower;
    }

    @Override
    public double observations() {
        return histogram.count();
    }

    @Override
    public Estimate quantile(double q) {
        if (q < 0 || q > 1) {
            return Estimate.exactly(q < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        if (Double.isNaN(q) || histogram.count() == 0 || counts.length == 0) {
            return Estimate.unknown();
        }
        // NaN observations are in no bucket and rank above all others, so counting must begin at the bottom then.
        return Double.isNaN(histogram.sum()) || q < 0.5 ? fromBelow(q) : fromAbove(q);
    }

    private Estimate fromBelow(double q) {
        double rank = q * histogram.count();
        double reached = 0;
        int bucket = -1;
        do {
            reached += counts[++bucket];
        } while (reached < rank && bucket < counts.length - 1);
        reached = Math.min(reached, histogram.count());
        if (reached < rank) {
            return beyond(uppers[bucket]);
        }
        return inside(bucket, (rank - (reached - counts[bucket])) / counts[bucket]);
    }

    private Estimate fromAbove(double q) {
        double rank = (1 - q) * histogram.count();
        double reached = 0;
        int bucket = counts.length;
        do {
            reached += counts[--bucket];
        } while (reached < rank && bucket > 0);
        reached = Math.min(reached, histogram.count());
        if (reached < rank) {
            return beyond(uppers[bucket]);
        }
        return inside(bucket, (reached - rank) / counts[bucket]);
    }

    private Estimate beyond(double highest) {
        return Double.isNaN(histogram.sum()) ? Estimate.unknown() : Estimate.exactly(highest);
    }

    private Estimate inside(int bucket, double share) {
        double lower = lowers[bucket];
        double upper = uppers[bucket];
        return new Estimate(interpolate(lower, upper, share), lower, upper);
    }

    /** Exponential, as the buckets are; linear in the zero bucket. */
    private static double interpolate(double lower, double upper, double share) {
        if (lower <= 0 && upper >= 0) {
            return lower + (upper - lower) * share;
        }
        double logLower = log2(lower);
        double logUpper = log2(upper);
        return lower > 0
                ? Math.pow(2, logLower + (logUpper - logLower) * share)
                : -Math.pow(2, logUpper + (logLower - logUpper) * (1 - share));
    }

    private static double log2(double value) {
        return Math.log(Math.abs(value)) / Math.log(2);
    }

    @Override
    public double fraction(double lower, double upper) {
        if (histogram.count() == 0 || Double.isNaN(lower) || Double.isNaN(upper)) {
            return Double.NaN;
        }
        if (lower >= upper) {
            return 0;
        }
        return (rank(upper) - rank(lower)) / histogram.count();
    }

    /** How many observations are not above a value; NaN observations are above all. */
    private double rank(double value) {
        double before = 0;
        for (int i = 0; i < counts.length; i++) {
            if (lowers[i] >= value) {
                return before;
            }
            if (uppers[i] > value) {
                return Math.min(before + counts[i] * shareBelow(i, value), histogram.count());
            }
            before += counts[i];
        }
        return Double.isNaN(histogram.sum()) ? Math.min(before, histogram.count()) : histogram.count();
    }

    private double shareBelow(int bucket, double value) {
        double lower = lowers[bucket];
        double upper = uppers[bucket];
        if (lower <= 0 && upper >= 0) {
            return (value - lower) / (upper - lower);
        }
        return (log2(value) - log2(lower)) / (log2(upper) - log2(lower));
    }
}
