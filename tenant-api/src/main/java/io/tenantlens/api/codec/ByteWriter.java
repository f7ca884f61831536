package io.tenantlens.api.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow as they are written: variable-length integers, seven bits a byte, low bits first. */
public final class ByteWriter {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();
    private static final int LONGEST_VARINT = 10;

    private byte[] bytes;
    private int size;

    public ByteWriter(int capacity) {
        bytes = new byte[capacity];
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public void clear() {
        size = 0;
    }

    public void put(int oneByte) {
        reserve(1);
        bytes[size++] = (byte) oneByte;
    }

    public void putVarint(long value) {
        reserve(LONGEST_VARINT);
        var rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Small values of either sign take few bytes. */
    public void putSigned(long value) {
        putVarint((value << 1) ^ (value >> 63));
    }

    public void putLong(long value) {
        reserve(Long.BYTES);
        LONGS.set(bytes, size, value);
        size += Long.BYTES;
    }

    public void putDouble(double value) {
        putLong(Double.doubleToRawLongBits(value));
    }

    public void putBytes(byte[] source, int offset, int length) {
        reserve(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    public void putBytes(ByteWriter other) {
        putBytes(other.bytes, 0, other.size);
    }

    /** The length in bytes, then the text in UTF-8. */
    public void putText(String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        putVarint(encoded.length);
        putBytes(encoded, 0, encoded.length);
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
