package io.tenantlens.api.fold;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Samples of one series in columns. */
final class SampleRun {

    private long[] times = new long[16];
    private double[] values = new double[16];
    private long[] starts = new long[16];
    private byte @Nullable [][] histograms;
    private int size;

    int size() {
        return size;
    }

    long time(int index) {
        return times[index];
    }

    double value(int index) {
        return values[index];
    }

    long start(int index) {
        return starts[index];
    }

    byte @Nullable [] histogram(int index) {
        return histograms == null || index >= histograms.length ? null : histograms[index];
    }

    boolean hasHistograms() {
        return histograms != null;
    }

    void clear() {
        size = 0;
        histograms = null;
    }

    void add(long time, double value, long start, byte @Nullable [] histogram) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            values = Arrays.copyOf(values, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
        }
        times[size] = time;
        values[size] = value;
        starts[size] = start;
        if (histogram != null) {
            var kept = histograms == null ? new byte[times.length][] : histograms;
            histograms = kept.length < times.length ? Arrays.copyOf(kept, times.length) : kept;
            histograms[size] = histogram;
        }
        size++;
    }

    /** Adds the other's samples at the end. */
    void append(SampleRun other) {
        for (var i = 0; i < other.size; i++) {
            copy(other, i);
        }
    }

    /** The same by time; of several at one time the first that came stays. */
    SampleRun inOrder() {
        return inOrder(_ -> {});
    }

    /**
     * The same by time; of several at one time the first that came stays.
     *
     * @param refused is told of each other one that says something else
     */
    SampleRun inOrder(IntConsumer refused) {
        if (isInOrder()) {
            return this;
        }
        var indices = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingLong(index -> times[index]))
                .toList();
        var ordered = new SampleRun();
        for (var index : indices) {
            var last = ordered.size - 1;
            if (last < 0 || ordered.times[last] < times[index]) {
                ordered.copy(this, index);
            } else if (!ordered.holds(last, values[index], histogram(index))) {
                refused.accept(index);
            }
        }
        return ordered;
    }

    /** The same without the first {@code from} samples. */
    SampleRun from(int from) {
        if (from == 0) {
            return this;
        }
        var rest = new SampleRun();
        for (var i = from; i < size; i++) {
            rest.copy(this, i);
        }
        return rest;
    }

    private boolean isInOrder() {
        for (var i = 1; i < size; i++) {
            if (times[i - 1] >= times[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the sample at that index says the same. */
    boolean holds(int index, double value, byte @Nullable [] histogram) {
        return Double.doubleToRawLongBits(values[index]) == Double.doubleToRawLongBits(value)
                && Arrays.equals(histogram(index), histogram);
    }

    private void copy(SampleRun source, int index) {
        add(source.times[index], source.values[index], source.starts[index], source.histogram(index));
    }

    /** The index of a sample at that time, or −(where it would stand) − 1. */
    int find(long time) {
        return Arrays.binarySearch(times, 0, size, time);
    }
}
