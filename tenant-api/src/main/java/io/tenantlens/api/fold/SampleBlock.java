package io.tenantlens.api.fold;

import io.tenantlens.api.codec.ByteReader;
import io.tenantlens.api.codec.ByteWriter;
import java.util.function.BiConsumer;

/**
 * Samples of up to 1,024 series within one hour, packed: times as changes of their distance, values as differences of whole numbers
 * at as few decimals as give them back exactly, or else as what differs in their bits.
 */
final class SampleBlock {

    static final int MOST_SERIES = 1_024;

    private static final int HAS_STARTS = 1;
    private static final int HISTOGRAMS = 1 << 1;
    private static final int FORM_SHIFT = 2;
    private static final int RAW = 15;
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
    private static final double LARGEST_EXACT = 1L << 52;

    private final long hourStart;
    private final ByteWriter bytes = new ByteWriter(512);
    private long firstSeries;
    private long lastSeries;
    private int series;

    SampleBlock(long hourStart) {
        this.hourStart = hourStart;
    }

    long hourStart() {
        return hourStart;
    }

    long firstSeries() {
        return firstSeries;
    }

    long lastSeries() {
        return lastSeries;
    }

    boolean isFull() {
        return series >= MOST_SERIES;
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    /** Adds samples {@code from} to {@code to}; series must come in ascending order. */
    void add(long seriesId, SampleRun run, int from, int to) {
        bytes.putVarint(seriesId - lastSeries);
        bytes.putVarint(to - from);
        if (series++ == 0) {
            firstSeries = seriesId;
        }
        lastSeries = seriesId;
        var form = run.hasHistograms() ? RAW : form(run, from, to);
        var hasStarts = hasStarts(run, from, to);
        bytes.put((form << FORM_SHIFT) | (hasStarts ? HAS_STARTS : 0) | (run.hasHistograms() ? HISTOGRAMS : 0));
        putTimes(run, from, to);
        if (hasStarts) {
            putStarts(run, from, to);
        }
        if (run.hasHistograms()) {
            putHistograms(run, from, to);
        } else if (form == RAW) {
            putBits(run, from, to);
        } else {
            putWhole(run, from, to, POWERS[form]);
        }
    }

    private void putTimes(SampleRun run, int from, int to) {
        var before = hourStart;
        var distance = 0L;
        for (var i = from; i < to; i++) {
            var next = run.time(i) - before;
            bytes.putSigned(next - distance);
            distance = next;
            before = run.time(i);
        }
    }

    private void putStarts(SampleRun run, int from, int to) {
        var before = 0L;
        for (var i = from; i < to; i++) {
            bytes.putSigned(run.start(i) - before);
            before = run.start(i);
        }
    }

    private void putHistograms(SampleRun run, int from, int to) {
        for (var i = from; i < to; i++) {
            var encoded = run.histogram(i);
            bytes.putVarint(encoded == null ? 0 : encoded.length);
            if (encoded != null) {
                bytes.putBytes(encoded, 0, encoded.length);
            }
        }
    }

    private void putBits(SampleRun run, int from, int to) {
        var before = 0L;
        for (var i = from; i < to; i++) {
            var bits = Double.doubleToRawLongBits(run.value(i));
            bytes.putVarint(Long.reverse(bits ^ before));
            before = bits;
        }
    }

    private void putWhole(SampleRun run, int from, int to, double power) {
        var before = 0L;
        for (var i = from; i < to; i++) {
            var whole = Math.round(run.value(i) * power);
            bytes.putSigned(whole - before);
            before = whole;
        }
    }

    private static boolean hasStarts(SampleRun run, int from, int to) {
        for (var i = from; i < to; i++) {
            if (run.start(i) != 0) {
                return true;
            }
        }
        return false;
    }

    /** The fewest decimals at which all values are whole numbers. */
    private static int form(SampleRun run, int from, int to) {
        var form = 0;
        for (var i = from; i < to; i++) {
            while (!isExact(run.value(i), POWERS[form])) {
                if (++form == POWERS.length) {
                    return RAW;
                }
            }
        }
        return form;
    }

    private static boolean isExact(double value, double power) {
        var scaled = value * power;
        var back = (double) Math.round(scaled) / power;
        return Math.abs(scaled) < LARGEST_EXACT
                && Double.doubleToRawLongBits(back) == Double.doubleToRawLongBits(value);
    }

    /** Hands out each series of a stored block with its samples. */
    static void read(byte[] stored, long hourStart, BiConsumer<Long, SampleRun> reader) {
        var bytes = new ByteReader(stored);
        var seriesId = 0L;
        while (bytes.hasMore()) {
            seriesId += bytes.getVarint();
            reader.accept(seriesId, readRun(bytes, hourStart));
        }
    }

    private static SampleRun readRun(ByteReader bytes, long hourStart) {
        var size = bytes.getCount();
        var flags = bytes.get();
        var times = new long[size];
        var before = hourStart;
        var distance = 0L;
        for (var i = 0; i < size; i++) {
            distance += bytes.getSigned();
            before += distance;
            times[i] = before;
        }
        var starts = new long[size];
        if ((flags & HAS_STARTS) != 0) {
            var start = 0L;
            for (var i = 0; i < size; i++) {
                start += bytes.getSigned();
                starts[i] = start;
            }
        }
        var run = new SampleRun();
        readValues(bytes, flags, times, starts, run);
        return run;
    }

    private static void readValues(ByteReader bytes, int flags, long[] times, long[] starts, SampleRun run) {
        var form = flags >> FORM_SHIFT;
        var last = 0L;
        for (var i = 0; i < times.length; i++) {
            if ((flags & HISTOGRAMS) != 0) {
                run.add(times[i], 0, starts[i], bytes.getBytes(bytes.getCount()));
            } else if (form == RAW) {
                last ^= Long.reverse(bytes.getVarint());
                run.add(times[i], Double.longBitsToDouble(last), starts[i], null);
            } else {
                last += bytes.getSigned();
                run.add(times[i], (double) last / POWERS[form], starts[i], null);
            }
        }
    }
}
