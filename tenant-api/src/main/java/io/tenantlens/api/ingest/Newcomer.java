package io.tenantlens.api.ingest;

import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.api.series.NewSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A series that this instance meets for the first time, and its samples until it is registered. */
final class Newcomer {

    /** Either a number or a histogram at an instant. */
    record Sample(
            long timestamp,
            long start,
            double value,
            @Nullable Histogram histogram) {}

    private final NewSeries series;
    private final long context;
    private final List<byte[]> spellings = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();

    Newcomer(NewSeries series, long context) {
        this.series = series;
        this.context = context;
    }

    NewSeries series() {
        return series;
    }

    /** What decides, beside the bytes, which series they mean. */
    long context() {
        return context;
    }

    /** The label bytes by which it came, to be found by them the next time. */
    List<byte[]> spellings() {
        return spellings;
    }

    List<Sample> samples() {
        return samples;
    }

    void spelled(byte[] bytes, int offset, int length) {
        spellings.add(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    void add(Sample sample) {
        samples.add(sample);
    }
}
