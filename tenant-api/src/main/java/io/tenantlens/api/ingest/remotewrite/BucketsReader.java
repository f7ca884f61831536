package io.tenantlens.api.ingest.remotewrite;

import io.tenantlens.api.histogram.SparseBuckets;
import io.tenantlens.api.ingest.wire.ProtoCursor;
import java.util.Arrays;

/** The buckets of one sign of a native histogram: spans, and either differences of whole counts or counts. */
final class BucketsReader {

    private static final int OFFSET = 1 << 3 | ProtoCursor.VARINT;
    private static final int LENGTH = 2 << 3 | ProtoCursor.VARINT;

    private int[] offsets = new int[4];
    private int[] lengths = new int[4];
    private int spans;
    private final Numbers deltas = new Numbers();
    private final Numbers counts = new Numbers();

    void readSpan(ProtoCursor cursor) {
        if (spans == offsets.length) {
            offsets = Arrays.copyOf(offsets, spans * 2);
            lengths = Arrays.copyOf(lengths, spans * 2);
        }
        int outer = cursor.enter();
        while (cursor.hasMore()) {
            int tag = cursor.tag();
            switch (tag) {
                case OFFSET -> offsets[spans] = cursor.zigzag32();
                case LENGTH -> lengths[spans] = cursor.varint32();
                default -> cursor.skip(tag);
            }
        }
        cursor.leave(outer);
        spans++;
    }

    void readDeltas(ProtoCursor cursor, int tag) {
        deltas.read(cursor, tag, ProtoCursor::zigzag64);
    }

    void readCounts(ProtoCursor cursor, int tag) {
        counts.read(cursor, tag, ProtoCursor::float64);
    }

    SparseBuckets buckets() {
        return SparseBuckets.ofSpans(
                Arrays.copyOf(offsets, spans),
                Arrays.copyOf(lengths, spans),
                counts.isEmpty() ? deltas.toRunningTotals() : counts.toArray());
    }
}
