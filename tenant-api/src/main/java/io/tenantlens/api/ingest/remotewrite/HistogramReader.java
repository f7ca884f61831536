package io.tenantlens.api.ingest.remotewrite;

import static io.tenantlens.api.ingest.wire.ProtoCursor.BYTES;
import static io.tenantlens.api.ingest.wire.ProtoCursor.FIXED64;
import static io.tenantlens.api.ingest.wire.ProtoCursor.VARINT;

import io.tenantlens.api.histogram.ClassicHistogram;
import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.api.histogram.NativeHistogram;
import io.tenantlens.api.histogram.SparseBuckets;
import io.tenantlens.api.histogram.ZeroBucket;
import io.tenantlens.api.ingest.wire.ProtoCursor;

/** One native histogram sample, the same message in both versions of remote write. */
final class HistogramReader {

    private static final int CUSTOM_BUCKETS = -53;
    private static final int GAUGE = 3;

    private double count;
    private double sum;
    private int schema;
    private double zeroThreshold;
    private double zeroCount;
    private final BucketsReader negative = new BucketsReader();
    private final BucketsReader positive = new BucketsReader();
    private int resetHint;
    private long timestamp;
    private final Numbers customValues = new Numbers();
    private long startTimestamp;

    /** Reads the message whose length comes next. */
    static HistogramReader read(ProtoCursor cursor) {
        var reader = new HistogramReader();
        int outer = cursor.enter();
        while (cursor.hasMore()) {
            int tag = cursor.tag();
            switch (tag >>> 3) {
                case 8, 9, 10, 11, 12, 13 -> reader.readBuckets(cursor, tag);
                default -> reader.readScalar(cursor, tag);
            }
        }
        cursor.leave(outer);
        return reader;
    }

    private void readScalar(ProtoCursor cursor, int tag) {
        switch (tag) {
            case 1 << 3 | VARINT -> count = unsigned(cursor.varint64());
            case 2 << 3 | FIXED64 -> count = cursor.float64();
            case 3 << 3 | FIXED64 -> sum = cursor.float64();
            case 4 << 3 | VARINT -> schema = cursor.zigzag32();
            case 5 << 3 | FIXED64 -> zeroThreshold = cursor.float64();
            case 6 << 3 | VARINT -> zeroCount = unsigned(cursor.varint64());
            case 7 << 3 | FIXED64 -> zeroCount = cursor.float64();
            case 14 << 3 | VARINT -> resetHint = cursor.varint32();
            case 15 << 3 | VARINT -> timestamp = cursor.varint64();
            case 16 << 3 | BYTES, 16 << 3 | FIXED64 -> customValues.read(cursor, tag, ProtoCursor::float64);
            case 17 << 3 | VARINT -> startTimestamp = cursor.varint64();
            default -> cursor.skip(tag);
        }
    }

    private void readBuckets(ProtoCursor cursor, int tag) {
        switch (tag) {
            case 8 << 3 | BYTES -> negative.readSpan(cursor);
            case 9 << 3 | BYTES, 9 << 3 | VARINT -> negative.readDeltas(cursor, tag);
            case 10 << 3 | BYTES, 10 << 3 | FIXED64 -> negative.readCounts(cursor, tag);
            case 11 << 3 | BYTES -> positive.readSpan(cursor);
            case 12 << 3 | BYTES, 12 << 3 | VARINT -> positive.readDeltas(cursor, tag);
            case 13 << 3 | BYTES, 13 << 3 | FIXED64 -> positive.readCounts(cursor, tag);
            default -> cursor.skip(tag);
        }
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : (value >>> 1) * 2.0 + (value & 1);
    }

    long timestamp() {
        return timestamp;
    }

    /** When the source began to count, or 0 where it doesn't say. */
    long startTimestamp() {
        return startTimestamp;
    }

    /** Whether it can go down at any time, so that no difference of two means anything. */
    boolean isGauge() {
        return resetHint == GAUGE;
    }

    double sum() {
        return sum;
    }

    /**
     * The distribution.
     *
     * @throws IllegalArgumentException if its parts contradict each other
     */
    Histogram histogram() {
        return schema == CUSTOM_BUCKETS ? custom() : exponential();
    }

    private Histogram exponential() {
        if (schema < NativeHistogram.COARSEST_SCHEMA || schema > NativeHistogram.FINEST_SCHEMA) {
            throw new IllegalArgumentException("histogram schema must be -4 to 8 or -53: " + schema);
        }
        return NativeHistogram.of(
                schema, new ZeroBucket(zeroThreshold, zeroCount), positive.buckets(), negative.buckets(), count, sum);
    }

    private Histogram custom() {
        SparseBuckets buckets = positive.buckets();
        if (!negative.buckets().isEmpty() || zeroCount != 0) {
            throw new IllegalArgumentException("custom buckets leave no room for zero and negative ones");
        }
        var histogram = ClassicHistogram.ofCustomBuckets(customValues.toArray(), buckets, sum);
        if (Double.isNaN(sum) ? count < histogram.count() : Math.abs(count - histogram.count()) > 1e-9 * count) {
            throw new IllegalArgumentException("count " + count + " but " + histogram.count() + " in buckets");
        }
        return histogram;
    }
}
