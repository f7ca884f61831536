package io.tenantlens.api.ingest.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads protobuf fields from an array without copying.
 *
 * <p>Each read checks its bound, so a body that lies about a length ends in a {@link MalformedBodyException} and never
 * in bytes of the next message. A nested message is read by narrowing the bound with {@link #enter} and widening it
 * again with {@link #leave}.
 */
public final class ProtoCursor {

    public static final int VARINT = 0;
    public static final int FIXED64 = 1;
    public static final int BYTES = 2;
    public static final int FIXED32 = 5;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private int position;
    private int end;

    public ProtoCursor(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.position = from;
        this.end = to;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int position() {
        return position;
    }

    public boolean hasMore() {
        return position < end;
    }

    /** The next field's number and wire type, as {@code number << 3 | type}. */
    public int tag() {
        int tag = varint32();
        if (tag >>> 3 == 0) {
            throw new MalformedBodyException("field number 0 at byte " + position);
        }
        return tag;
    }

    /** Narrows the cursor to the message whose length comes next; returns the bound that {@link #leave} takes back. */
    public int enter() {
        int length = length();
        int outer = end;
        end = position + length;
        return outer;
    }

    /** Steps out of a message to just behind it, wherever in it the cursor stood. */
    public void leave(int outer) {
        position = end;
        end = outer;
    }

    /** The length of what comes next, which is known to fit. */
    public int length() {
        int length = varint32();
        if (length < 0 || length > end - position) {
            throw new MalformedBodyException("length beyond the end of its message at byte " + position);
        }
        return length;
    }

    public void advance(int length) {
        position += length;
    }

    public int varint32() {
        return (int) varint64();
    }

    public long varint64() {
        if (position < end && bytes[position] >= 0) {
            return bytes[position++];
        }
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (position >= end) {
                throw new MalformedBodyException("number cut off at byte " + position);
            }
            byte next = bytes[position++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new MalformedBodyException("number of more than 64 bits at byte " + position);
    }

    public int zigzag32() {
        int value = varint32();
        return value >>> 1 ^ -(value & 1);
    }

    public long zigzag64() {
        long value = varint64();
        return value >>> 1 ^ -(value & 1);
    }

    public double float64() {
        if (end - position < Double.BYTES) {
            throw new MalformedBodyException("number cut off at byte " + position);
        }
        long bits = (long) LONG.get(bytes, position);
        position += Double.BYTES;
        return Double.longBitsToDouble(bits);
    }

    public void skip(int tag) {
        switch (tag & 7) {
            case VARINT -> varint64();
            case FIXED64 -> skipBytes(Long.BYTES);
            case BYTES -> advance(length());
            case FIXED32 -> skipBytes(Integer.BYTES);
            default -> throw new MalformedBodyException("unknown wire type " + (tag & 7) + " at byte " + position);
        }
    }

    private void skipBytes(int length) {
        if (length > end - position) {
            throw new MalformedBodyException("field cut off at byte " + position);
        }
        position += length;
    }
}
