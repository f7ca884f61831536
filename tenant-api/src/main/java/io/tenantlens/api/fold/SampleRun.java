package io.tenantlens.api.fold;

import java.util.Arrays;
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

    /** Takes the other's samples in and sorts by time; of two at one time, the first that came stays. */
    void merge(SampleRun other) {
        var all = new SampleRun();
        int here = 0;
        int there = 0;
        while (here < size || there < other.size) {
            var mine = there == other.size || (here < size && times[here] <= other.times[there]);
            if (mine) {
                if (there < other.size && times[here] == other.times[there]) {
                    there++;
                }
                all.copy(this, here++);
            } else {
                all.copy(other, there++);
            }
        }
        times = all.times;
        values = all.values;
        starts = all.starts;
        histograms = all.histograms;
        size = all.size;
    }

    private void copy(SampleRun source, int index) {
        add(source.times[index], source.values[index], source.starts[index], source.histogram(index));
    }

    /** The index of a sample at that time, or −(where it would stand) − 1. */
    int find(long time) {
        return Arrays.binarySearch(times, 0, size, time);
    }
}
