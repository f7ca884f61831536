package io.tenantlens.api.histogram;

/** Reads what {@link ByteSink} wrote. Reading past the end is an {@link IndexOutOfBoundsException}. */
final class ByteSource {

    private final byte[] bytes;
    private int at;

    ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number of an encoded histogram is too long at byte " + at);
    }

    long zigzag() {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    /** A number of things that each take a byte at least, so that a broken size can't ask for all memory. */
    int size() {
        long size = varint();
        if (size < 0 || size > bytes.length) {
            throw new IllegalArgumentException("more parts than bytes in an encoded histogram: " + size);
        }
        return (int) size;
    }

    double number() {
        long tagged = zigzag();
        long value = tagged >> 2;
        return switch ((int) tagged & 3) {
            case ByteSink.WHOLE -> value;
            case ByteSink.MILLIONTHS -> value / ByteSink.MILLION;
            case ByteSink.BITS -> bits();
            default -> throw new IllegalArgumentException("unknown number in an encoded histogram at byte " + at);
        };
    }

    void expectEnd() {
        if (at != bytes.length) {
            throw new IllegalArgumentException((bytes.length - at) + " bytes after the end of an encoded histogram");
        }
    }

    private double bits() {
        long bits = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bits |= (bytes[at++] & 0xFFL) << shift;
        }
        return Double.longBitsToDouble(bits);
    }
}
