package io.tenantlens.api.ingest.remotewrite;

import static io.tenantlens.api.ingest.wire.ProtoCursor.BYTES;
import static io.tenantlens.api.ingest.wire.ProtoCursor.FIXED64;
import static io.tenantlens.api.ingest.wire.ProtoCursor.VARINT;

import io.tenantlens.api.ingest.Intake;
import io.tenantlens.api.ingest.wire.LabelBytes;
import io.tenantlens.api.ingest.wire.MalformedBodyException;
import io.tenantlens.api.ingest.wire.ProtoCursor;
import io.tenantlens.api.series.SeriesKind;
import org.jspecify.annotations.Nullable;

/**
 * Reads an {@code io.prometheus.write.v2.Request}.
 *
 * <p>A series is read twice, since its type stands behind its samples. Field 6 of a series, where early senders put the
 * start of the count, is ignored: it now stands with each sample.
 */
final class VersionTwoReader {

    private static final int SYMBOL = 4 << 3 | BYTES;
    private static final int SERIES = 5 << 3 | BYTES;
    private static final int PACKED_LABEL_REFS = 1 << 3 | BYTES;
    private static final int LABEL_REF = 1 << 3 | VARINT;
    private static final int SAMPLE = 2 << 3 | BYTES;
    private static final int HISTOGRAM = 3 << 3 | BYTES;
    private static final int EXEMPLAR = 4 << 3 | BYTES;
    private static final int METADATA = 5 << 3 | BYTES;
    private static final int TYPE = 1 << 3 | VARINT;
    private static final int VALUE = 1 << 3 | FIXED64;
    private static final int TIMESTAMP = 2 << 3 | VARINT;
    private static final int START_TIMESTAMP = 3 << 3 | VARINT;
    private static final int NONE = -1;

    private final byte[] body;
    private final Intake intake;
    private final SymbolTable symbols;
    private final LabelBytes labels = new LabelBytes();
    private int pendingName;

    private VersionTwoReader(byte[] body, Intake intake) {
        this.body = body;
        this.intake = intake;
        this.symbols = new SymbolTable(body);
    }

    static void read(byte[] body, Intake intake) {
        var reader = new VersionTwoReader(body, intake);
        reader.readSymbols();
        reader.readAllSeries();
    }

    private void readSymbols() {
        var cursor = new ProtoCursor(body, 0, body.length);
        while (cursor.hasMore()) {
            int tag = cursor.tag();
            if (tag == SYMBOL) {
                int length = cursor.length();
                symbols.add(cursor.position(), length);
                cursor.advance(length);
            } else {
                cursor.skip(tag);
            }
        }
    }

    private void readAllSeries() {
        var cursor = new ProtoCursor(body, 0, body.length);
        while (cursor.hasMore()) {
            int tag = cursor.tag();
            if (tag == SERIES) {
                int length = cursor.length();
                int from = cursor.position();
                cursor.advance(length);
                var kind = readIdentity(new ProtoCursor(body, from, from + length));
                intake.series(labels.bytes(), 0, labels.size(), kind);
                readSamples(new ProtoCursor(body, from, from + length));
            } else {
                cursor.skip(tag);
            }
        }
    }

    private @Nullable SeriesKind readIdentity(ProtoCursor cursor) {
        SeriesKind kind = null;
        labels.clear();
        pendingName = NONE;
        while (cursor.hasMore()) {
            int tag = cursor.tag();
            switch (tag) {
                case PACKED_LABEL_REFS -> {
                    int outer = cursor.enter();
                    while (cursor.hasMore()) {
                        addReference(cursor.varint32());
                    }
                    cursor.leave(outer);
                }
                case LABEL_REF -> addReference(cursor.varint32());
                case METADATA -> kind = readKind(cursor);
                default -> cursor.skip(tag);
            }
        }
        if (pendingName != NONE) {
            throw new MalformedBodyException("a series with an odd number of label references");
        }
        return kind;
    }

    private void addReference(int reference) {
        if (pendingName == NONE) {
            pendingName = reference & Integer.MAX_VALUE;
        } else {
            symbols.addLabel(labels, pendingName, reference);
            pendingName = NONE;
        }
    }

    private static @Nullable SeriesKind readKind(ProtoCursor cursor) {
        int type = 0;
        int outer = cursor.enter();
        while (cursor.hasMore()) {
            int tag = cursor.tag();
            if (tag == TYPE) {
                type = cursor.varint32();
            } else {
                cursor.skip(tag);
            }
        }
        cursor.leave(outer);
        return MetricType.kind(type);
    }

    private void readSamples(ProtoCursor cursor) {
        while (cursor.hasMore()) {
            int tag = cursor.tag();
            switch (tag) {
                case SAMPLE -> readSample(cursor);
                case HISTOGRAM -> HistogramSamples.read(cursor, intake);
                case EXEMPLAR -> {
                    cursor.skip(tag);
                    intake.exemplar();
                }
                default -> cursor.skip(tag);
            }
        }
    }

    private void readSample(ProtoCursor cursor) {
        int outer = cursor.enter();
        double value = 0;
        long timestamp = 0;
        long start = 0;
        while (cursor.hasMore()) {
            int tag = cursor.tag();
            switch (tag) {
                case VALUE -> value = cursor.float64();
                case TIMESTAMP -> timestamp = cursor.varint64();
                case START_TIMESTAMP -> start = cursor.varint64();
                default -> cursor.skip(tag);
            }
        }
        cursor.leave(outer);
        intake.sample(timestamp, value, start);
    }
}
