package io.tenantlens.standalone.remotewrite;

import io.airlift.compress.snappy.SnappyCompressor;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;

/** The body of one remote write: series after series, each with its samples in order of time. Reusable, not thread-safe. */
public final class WriteRequest {

    private static final int TIME_SERIES = 1 << 3 | 2;
    private static final int LABEL = 1 << 3 | 2;
    private static final int SAMPLE = 2 << 3 | 2;
    private static final int NAME = 1 << 3 | 2;
    private static final int TEXT = 2 << 3 | 2;
    private static final int VALUE = 1 << 3 | 1;
    private static final int TIMESTAMP = 2 << 3;

    private final SnappyCompressor snappy = new SnappyCompressor();
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    /** Labels as the message carries them, to be encoded once and sent often. Prometheus wants them sorted by name. */
    public static byte[] labels(SortedMap<String, String> labels) {
        var encoded = new ByteArrayOutputStream();
        labels.forEach((name, value) -> {
            var label = new ByteArrayOutputStream();
            text(label, NAME, name);
            text(label, TEXT, value);
            encoded.write(LABEL);
            varint(encoded, label.size());
            encoded.writeBytes(label.toByteArray());
        });
        return encoded.toByteArray();
    }

    /** Adds one series with one sample for each pair of the two arrays. */
    public WriteRequest series(byte[] labels, long[] timestampMillis, double[] values) {
        if (timestampMillis.length != values.length) {
            throw new IllegalArgumentException(timestampMillis.length + " times for " + values.length + " values");
        }
        var size = labels.length;
        for (var at : timestampMillis) {
            size += 2 + sampleSize(at);
        }
        reserve(size + 12);
        buffer.put((byte) TIME_SERIES);
        varint(size);
        buffer.put(labels);
        for (var i = 0; i < values.length; i++) {
            sample(timestampMillis[i], values[i]);
        }
        return this;
    }

    private void sample(long timestampMillis, double value) {
        buffer.put((byte) SAMPLE).put((byte) sampleSize(timestampMillis));
        buffer.put((byte) VALUE).putDouble(value);
        buffer.put((byte) TIMESTAMP);
        varint(timestampMillis);
    }

    public int uncompressedBytes() {
        return buffer.position();
    }

    /** The compressed body; empties this for the next one. */
    public byte[] compress() {
        var compressed = new byte[snappy.maxCompressedLength(buffer.position())];
        var length = snappy.compress(buffer.array(), 0, buffer.position(), compressed, 0, compressed.length);
        buffer.clear();
        return Arrays.copyOf(compressed, length);
    }

    private void reserve(int bytes) {
        if (buffer.remaining() < bytes) {
            var larger = ByteBuffer.allocate(Math.max(2 * buffer.capacity(), buffer.position() + bytes))
                    .order(ByteOrder.LITTLE_ENDIAN);
            buffer = larger.put(buffer.flip());
        }
    }

    private void varint(long value) {
        var rest = value;
        while ((rest & ~0x7FL) != 0) {
            buffer.put((byte) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        buffer.put((byte) rest);
    }

    /** A value of nine bytes with its tag, and the varint of the time with its own. */
    private static int sampleSize(long timestampMillis) {
        return 10 + Math.max(1, (70 - Long.numberOfLeadingZeros(timestampMillis)) / 7);
    }

    private static void text(ByteArrayOutputStream out, int tag, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(tag);
        varint(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void varint(ByteArrayOutputStream out, int value) {
        var rest = value;
        while ((rest & ~0x7F) != 0) {
            out.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
