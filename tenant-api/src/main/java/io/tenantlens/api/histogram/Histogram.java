package io.tenantlens.api.histogram;

/**
 * A distribution of observations in buckets. Immutable.
 *
 * <p>Percentiles can't be averaged, so distributions are kept and added up, and a percentile is read from
 * the sum. Counts are {@code double} because senders may weight samples; integral counts stay exact up to
 * 2^53.
 */
public sealed interface Histogram permits ClassicHistogram, NativeHistogram {

    /** The number of observations. */
    double count();

    /** The sum of all observed values; NaN if any of them was NaN. */
    double sum();

    /**
     * Both distributions as one. Order and grouping don't change the counts.
     *
     * <p>Where the buckets differ, only what both sides know exactly is kept: classic histograms meet on the
     * bounds that they share, native ones on the coarser schema and the wider zero bucket, as in Prometheus.
     * A native histogram joins a classic one on the classic bounds: each of its buckets counts at the first
     * bound that is not below the bucket, so no latency looks better than it was.
     */
    Histogram merge(Histogram other);

    /**
     * What was observed since an earlier state of the same cumulative histogram.
     *
     * <p>After a reset, which is any count that went down, all of this histogram is new.
     */
    Histogram since(Histogram earlier);

    /** Whether the source started again from zero after the earlier state. */
    boolean restartedAfter(Histogram earlier);

    /** A compact, versioned form for storage; {@link #decode} reads it. */
    default byte[] encode() {
        return HistogramCodec.encode(this);
    }

    /**
     * The histogram that was encoded.
     *
     * @throws IllegalArgumentException if the bytes are not a whole encoded histogram
     */
    static Histogram decode(byte[] bytes) {
        return HistogramCodec.decode(bytes);
    }
}
