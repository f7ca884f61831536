package io.tenantlens.api.ingest.remotewrite;

import static io.tenantlens.api.ingest.wire.ProtoCursor.BYTES;
import static io.tenantlens.api.ingest.wire.ProtoCursor.FIXED64;
import static io.tenantlens.api.ingest.wire.ProtoCursor.VARINT;

import io.tenantlens.api.ingest.Intake;
import io.tenantlens.api.ingest.wire.MalformedBodyException;
import io.tenantlens.api.ingest.wire.ProtoCursor;

/** Reads a {@code prometheus.WriteRequest}. The labels of a series are looked up as they stand in the body. */
final class VersionOneReader {

    private static final int SERIES = 1 << 3 | BYTES;
    private static final int LABEL = 1 << 3 | BYTES;
    private static final int SAMPLE = 2 << 3 | BYTES;
    private static final int EXEMPLAR = 3 << 3 | BYTES;
    private static final int HISTOGRAM = 4 << 3 | BYTES;
    private static final int VALUE = 1 << 3 | FIXED64;
    private static final int TIMESTAMP = 2 << 3 | VARINT;

    private VersionOneReader() {}

    static void read(byte[] body, Intake intake) {
        var cursor = new ProtoCursor(body, 0, body.length);
        while (cursor.hasMore()) {
            int tag = cursor.tag();
            if (tag == SERIES) {
                readSeries(cursor, intake);
            } else {
                cursor.skip(tag);
            }
        }
    }

    private static void readSeries(ProtoCursor cursor, Intake intake) {
        int outer = cursor.enter();
        int labels = cursor.position();
        int endOfLabels = labels;
        boolean named = false;
        while (cursor.hasMore()) {
            int tag = cursor.tag();
            if (tag == LABEL) {
                if (named) {
                    throw new MalformedBodyException("the labels of a series must stand together before its samples");
                }
                cursor.advance(cursor.length());
                endOfLabels = cursor.position();
                continue;
            }
            if (!named) {
                intake.series(cursor.bytes(), labels, endOfLabels - labels, null);
                named = true;
            }
            readField(cursor, tag, intake);
        }
        cursor.leave(outer);
    }

    private static void readField(ProtoCursor cursor, int tag, Intake intake) {
        switch (tag) {
            case SAMPLE -> readSample(cursor, intake);
            case HISTOGRAM -> HistogramSamples.read(cursor, intake);
            case EXEMPLAR -> {
                cursor.skip(tag);
                intake.exemplar();
            }
            default -> cursor.skip(tag);
        }
    }

    private static void readSample(ProtoCursor cursor, Intake intake) {
        int outer = cursor.enter();
        double value = 0;
        long timestamp = 0;
        while (cursor.hasMore()) {
            int tag = cursor.tag();
            switch (tag) {
                case VALUE -> value = cursor.float64();
                case TIMESTAMP -> timestamp = cursor.varint64();
                default -> cursor.skip(tag);
            }
        }
        cursor.leave(outer);
        intake.sample(timestamp, value, 0);
    }
}
