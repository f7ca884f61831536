package io.tenantlens.api.ingest.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Labels of a series as remote write 1.0 encodes them, whatever protocol they came by, so that all ways in share one
 * index of known series. Reused from series to series.
 *
 * <p>A label is written by {@link #begin}, {@link #name} and {@link #value}, in this order.
 */
public final class LabelBytes {

    /** Field 1 of a series, of wire type bytes; a label's name has the same tag, its value the next. */
    private static final byte LABEL = 0x0a;

    private static final byte VALUE = 0x12;
    private static final int LONGEST_LENGTH = 5;

    private byte[] bytes = new byte[512];
    private int size;

    public void clear() {
        size = 0;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return size;
    }

    public void begin(int nameLength, int valueLength) {
        reserve(1 + LONGEST_LENGTH);
        bytes[size++] = LABEL;
        putLength(2 + lengthOfVarint(nameLength) + nameLength + lengthOfVarint(valueLength) + valueLength);
    }

    public void name(byte[] source, int offset, int length) {
        put(LABEL, source, offset, length);
    }

    public void value(byte[] source, int offset, int length) {
        put(VALUE, source, offset, length);
    }

    public void add(String name, String value) {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        byte[] valueBytes = value.getBytes(StandardCharsets.UTF_8);
        begin(nameBytes.length, valueBytes.length);
        name(nameBytes, 0, nameBytes.length);
        value(valueBytes, 0, valueBytes.length);
    }

    /** Bytes as they are, such as labels that are already encoded. */
    public void raw(byte[] source, int offset, int length) {
        reserve(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    private void put(byte tag, byte[] source, int offset, int length) {
        reserve(1 + LONGEST_LENGTH);
        bytes[size++] = tag;
        putLength(length);
        raw(source, offset, length);
    }

    private void putLength(int length) {
        int rest = length;
        while (rest > 0x7f) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private static int lengthOfVarint(int value) {
        return (38 - Integer.numberOfLeadingZeros(value | 1)) / 7;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
