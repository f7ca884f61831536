package io.tenantlens.api.ingest.admission;

import io.tenantlens.api.ingest.wire.ProtoCursor;
import io.tenantlens.api.series.Labels;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the labels of a series that is not known yet, and says what is wrong with them. */
public final class SeriesLabels {

    public static final String TENANT = "tenant_id";

    private static final int MAX_LABELS = 64;
    private static final int MAX_NAME_BYTES = 256;
    private static final int MAX_VALUE_BYTES = 2048;
    private static final int LABEL = 1 << 3 | ProtoCursor.BYTES;
    private static final int NAME = 1 << 3 | ProtoCursor.BYTES;
    private static final int VALUE = 2 << 3 | ProtoCursor.BYTES;

    private SeriesLabels() {}

    /**
     * The labels without those of an empty value, which mean the same as none. Names may be any UTF-8.
     *
     * @throws IllegalArgumentException with a reason for the sender's log
     */
    public static Labels read(byte[] bytes, int offset, int length) {
        var cursor = new ProtoCursor(bytes, offset, offset + length);
        var labels = Labels.builder();
        int count = 0;
        while (cursor.hasMore()) {
            int tag = cursor.tag();
            if (tag != LABEL) {
                throw new IllegalArgumentException("unexpected field " + (tag >>> 3) + " between labels");
            }
            if (++count > MAX_LABELS) {
                throw new IllegalArgumentException("more than " + MAX_LABELS + " labels");
            }
            readLabel(cursor, labels);
        }
        var read = labels.build();
        if (read.metric().isEmpty()) {
            throw new IllegalArgumentException("no metric name in " + read);
        }
        return read;
    }

    private static void readLabel(ProtoCursor cursor, Labels.Builder labels) {
        var name = "";
        var value = "";
        int outer = cursor.enter();
        while (cursor.hasMore()) {
            int tag = cursor.tag();
            switch (tag) {
                case NAME -> name = text(cursor, MAX_NAME_BYTES);
                case VALUE -> value = text(cursor, MAX_VALUE_BYTES);
                default -> cursor.skip(tag);
            }
        }
        cursor.leave(outer);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a label without name");
        }
        if (!value.isEmpty()) {
            labels.add(name, value);
        }
    }

    private static String text(ProtoCursor cursor, int maxBytes) {
        int length = cursor.length();
        if (length > maxBytes) {
            throw new IllegalArgumentException("a label of " + length + " bytes, more than " + maxBytes);
        }
        var bytes = ByteBuffer.wrap(cursor.bytes(), cursor.position(), length);
        cursor.advance(length);
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            if (text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("a label with a zero byte");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a label that is not UTF-8", e);
        }
    }
}
