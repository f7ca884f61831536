package io.tenantlens.api.histogram;

import java.util.Arrays;

/**
 * Packs numbers into few bytes. A {@code double} is written as a whole number or as millionths if that gives
 * back the very same value, otherwise with all its bits; the two lowest bits say which.
 */
final class ByteSink {

    static final int WHOLE = 0;
    static final int MILLIONTHS = 1;
    static final int BITS = 2;
    static final double MILLION = 1e6;

    private static final double LARGEST_WHOLE = 1L << 53;

    private byte[] bytes = new byte[64];
    private int size;

    void putVarint(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void putZigzag(long value) {
        putVarint((value << 1) ^ (value >> 63));
    }

    void putNumber(double value) {
        if (Math.abs(value) <= LARGEST_WHOLE && !isNegativeZero(value)) {
            if (value == Math.rint(value)) {
                putZigzag(((long) value << 2) | WHOLE);
                return;
            }
            double millionths = Math.rint(value * MILLION);
            if (Math.abs(millionths) <= LARGEST_WHOLE && millionths / MILLION == value) {
                putZigzag(((long) millionths << 2) | MILLIONTHS);
                return;
            }
        }
        putZigzag(BITS);
        ensure(Long.BYTES);
        long bits = Double.doubleToRawLongBits(value);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bytes[size++] = (byte) (bits >>> shift);
        }
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    private static boolean isNegativeZero(double value) {
        return value == 0 && Double.doubleToRawLongBits(value) != 0;
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
