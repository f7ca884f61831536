package io.tenantlens.api.fold;

import io.tenantlens.api.codec.ByteReader;
import io.tenantlens.api.codec.ByteWriter;
import io.tenantlens.api.histogram.ClassicHistogram;
import io.tenantlens.api.histogram.Histogram;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A distribution in a form to which the buckets of a classic histogram can be added one by one, as a request may end between two of
 * them: cumulative counts by upper bound, the sum, and what came as whole histograms.
 */
final class HistogramParts {

    static final double SUM_UNIT = 1e9;

    private static final int USUAL = 12;

    private double[] bounds = new double[USUAL];
    private long[] cumulative = new long[USUAL];
    private int size;
    private long sum;
    private @Nullable Histogram whole;

    void add(Slot slot) {
        switch (slot.key.id.part()) {
            case BUCKET -> count(slot.key.id.bound(), slot.sum().toLong());
            case SUM -> sum = sum(sum, slot.sum().toLong());
            case WHOLE -> {
                var more = slot.histogram();
                if (more != null) {
                    whole = whole == null ? more : whole.merge(more);
                }
            }
            case QUANTITY -> throw new IllegalStateException("not a distribution: " + slot.key.id.meter());
        }
    }

    void add(HistogramParts other) {
        for (var i = 0; i < other.size; i++) {
            count(other.bounds[i], other.cumulative[i]);
        }
        sum = sum(sum, other.sum);
        var more = other.whole;
        if (more != null) {
            whole = whole == null ? more : whole.merge(more);
        }
    }

    private void count(double bound, long more) {
        var at = Arrays.binarySearch(bounds, 0, size, bound);
        if (at >= 0) {
            cumulative[at] = sum(cumulative[at], more);
        } else {
            insert(-at - 1, bound, more);
        }
    }

    /** Of two numbers, or the nearest that a long holds: what no shop has measured must not stop the fold of others. */
    private static long sum(long a, long b) {
        var sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }

    private void insert(int at, double bound, long count) {
        if (size == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * size);
            cumulative = Arrays.copyOf(cumulative, 2 * size);
        }
        System.arraycopy(bounds, at, bounds, at + 1, size - at);
        System.arraycopy(cumulative, at, cumulative, at + 1, size - at);
        bounds[at] = bound;
        cumulative[at] = count;
        size++;
    }

    /** The distribution as it stands. */
    Histogram histogram() {
        if (size == 0 && whole != null) {
            return whole;
        }
        var open = size == 0 || bounds[size - 1] != Double.POSITIVE_INFINITY;
        var upper = Arrays.copyOf(bounds, open ? size + 1 : size);
        var counts = new double[upper.length];
        for (var i = 0; i < size; i++) {
            // a bucket whose neighbours are still to come may be below zero for a moment after a correction
            counts[i] = Math.max(0, cumulative[i]);
        }
        if (open) {
            upper[size] = Double.POSITIVE_INFINITY;
            counts[size] = Arrays.stream(counts).max().orElse(0);
        }
        var classic = ClassicHistogram.ofCumulative(upper, counts, sum / SUM_UNIT);
        return whole == null ? classic : classic.merge(whole);
    }

    byte[] encode() {
        var bytes = new ByteWriter(128);
        bytes.putVarint(size);
        for (var i = 0; i < size; i++) {
            bytes.putDouble(bounds[i]);
            bytes.putSigned(cumulative[i]);
        }
        bytes.putSigned(sum);
        if (whole != null) {
            var encoded = whole.encode();
            bytes.putBytes(encoded, 0, encoded.length);
        }
        return bytes.toByteArray();
    }

    static HistogramParts decode(byte[] stored) {
        var bytes = new ByteReader(stored);
        var parts = new HistogramParts();
        if (!bytes.hasMore()) {
            return parts;
        }
        for (var left = bytes.getCount(); left > 0; left--) {
            var bound = bytes.getDouble();
            parts.count(bound, bytes.getSigned());
        }
        parts.sum = bytes.getSigned();
        if (bytes.hasMore()) {
            parts.whole = Histogram.decode(bytes.getBytes(stored.length - bytes.position()));
        }
        return parts;
    }
}
