package io.tenantlens.api.ingest.remotewrite;

import io.tenantlens.api.ingest.wire.ProtoCursor;
import java.util.Arrays;

/** The values of a repeated number field, which may come packed or one by one. */
final class Numbers {

    /** Reads one number where the cursor stands. */
    interface Reading {
        double read(ProtoCursor cursor);
    }

    private double[] values = new double[8];
    private int size;

    /** Adds what the field holds, each number read by {@code reading}. */
    void read(ProtoCursor cursor, int tag, Reading reading) {
        if ((tag & 7) != ProtoCursor.BYTES) {
            add(reading.read(cursor));
            return;
        }
        int outer = cursor.enter();
        while (cursor.hasMore()) {
            add(reading.read(cursor));
        }
        cursor.leave(outer);
    }

    private void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    boolean isEmpty() {
        return size == 0;
    }

    double[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** Each value is the difference to the one before. */
    double[] toRunningTotals() {
        double[] totals = toArray();
        Arrays.parallelPrefix(totals, Double::sum);
        return totals;
    }
}
