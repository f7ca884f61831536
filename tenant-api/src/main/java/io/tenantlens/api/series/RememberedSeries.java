package io.tenantlens.api.series;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Series by their raw label bytes. Reads take no lock and allocate nothing; a full table becomes the old one, from which what is
 * still in use moves over, so that series which went away are forgotten.
 */
final class RememberedSeries {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** Immutable, so that a reader that sees it at all sees it whole. */
    private static final class Entry {

        private final long hash;
        private final byte[] key;
        private final SeriesRef series;

        Entry(long hash, byte[] key, SeriesRef series) {
            this.hash = hash;
            this.key = key;
            this.series = series;
        }

        boolean is(long otherHash, byte[] buffer, int offset, int length) {
            return hash == otherHash
                    && key.length == length
                    && Arrays.equals(key, 0, length, buffer, offset, offset + length);
        }
    }

    // unpredictable, so that nobody can choose labels that collide
    private final long seed = new SplittableRandom().nextLong();
    private final int limit;
    private volatile @Nullable Entry[] young = new Entry[1 << 10];
    private volatile @Nullable Entry[] old = new Entry[1];
    private int size;

    RememberedSeries(int limit) {
        this.limit = limit;
    }

    @Nullable
    SeriesRef find(long context, byte[] buffer, int offset, int length) {
        var hash = hash(context, buffer, offset, length);
        var entry = lookUp(young, hash, buffer, offset, length);
        if (entry == null) {
            entry = lookUp(old, hash, buffer, offset, length);
            if (entry == null) {
                return null;
            }
            insert(entry);
        }
        return entry.series;
    }

    void remember(long context, byte[] buffer, int offset, int length, SeriesRef series) {
        var key = Arrays.copyOfRange(buffer, offset, offset + length);
        insert(new Entry(hash(context, buffer, offset, length), key, series));
    }

    private static @Nullable Entry lookUp(@Nullable Entry[] table, long hash, byte[] buffer, int offset, int length) {
        var mask = table.length - 1;
        for (var slot = (int) hash & mask; ; slot = (slot + 1) & mask) {
            var entry = table[slot];
            if (entry == null || entry.is(hash, buffer, offset, length)) {
                return entry;
            }
        }
    }

    private synchronized void insert(Entry entry) {
        if (size >= limit) {
            old = young;
            young = new Entry[1 << 10];
            size = 0;
        } else if (size * 2 >= young.length) {
            young = grown(young);
        }
        if (place(young, entry)) {
            size++;
        }
    }

    private static @Nullable Entry[] grown(@Nullable Entry[] table) {
        var larger = new Entry[table.length * 2];
        for (var entry : table) {
            if (entry != null) {
                place(larger, entry);
            }
        }
        return larger;
    }

    private static boolean place(@Nullable Entry[] table, Entry entry) {
        var mask = table.length - 1;
        for (var slot = (int) entry.hash & mask; ; slot = (slot + 1) & mask) {
            var present = table[slot];
            if (present == null) {
                table[slot] = entry;
                return true;
            }
            if (present.is(entry.hash, entry.key, 0, entry.key.length)) {
                table[slot] = entry;
                return false;
            }
        }
    }

    private long hash(long context, byte[] buffer, int offset, int length) {
        var hash = seed ^ (context * MIX) ^ length;
        var position = offset;
        var end = offset + length;
        for (; position <= end - Long.BYTES; position += Long.BYTES) {
            hash = mixed(hash ^ (long) LONGS.get(buffer, position));
        }
        var tail = 0L;
        for (; position < end; position++) {
            tail = (tail << 8) | (buffer[position] & 0xFF);
        }
        return mixed(hash ^ tail);
    }

    private long mixed(long value) {
        var scrambled = (value ^ seed) * MIX;
        return scrambled ^ Math.unsignedMultiplyHigh(value, MIX) ^ (scrambled >>> 29);
    }
}
