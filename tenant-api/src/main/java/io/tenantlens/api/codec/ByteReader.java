package io.tenantlens.api.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what a {@link ByteWriter} wrote. Runs into an {@link IndexOutOfBoundsException} where the bytes were cut short. */
public final class ByteReader {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();

    private final byte[] bytes;
    private final int end;
    private int position;

    public ByteReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    public ByteReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.position = from;
        this.end = end;
    }

    public boolean hasMore() {
        return position < end;
    }

    public int position() {
        return position;
    }

    public int get() {
        return bytes[position++] & 0xFF;
    }

    public long getVarint() {
        var b = bytes[position++];
        if (b >= 0) {
            return b;
        }
        long value = b & 0x7F;
        for (var shift = 7; ; shift += 7) {
            b = bytes[position++];
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }

    public long getSigned() {
        var raw = getVarint();
        return (raw >>> 1) ^ -(raw & 1);
    }

    public int getCount() {
        return Math.toIntExact(getVarint());
    }

    public long getLong() {
        var value = (long) LONGS.get(bytes, position);
        position += Long.BYTES;
        return value;
    }

    public double getDouble() {
        return Double.longBitsToDouble(getLong());
    }

    public String getText() {
        var length = getCount();
        var text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    public byte[] getBytes(int length) {
        var copy = Arrays.copyOfRange(bytes, position, position + length);
        position += length;
        return copy;
    }

    /** A reader of the next bytes alone; this one goes on behind them. */
    public ByteReader slice(int length) {
        var slice = new ByteReader(bytes, position, position + length);
        position += length;
        return slice;
    }
}
