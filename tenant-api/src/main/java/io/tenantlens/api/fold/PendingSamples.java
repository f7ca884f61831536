package io.tenantlens.api.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The new samples of a fold, chained by series, until they are packed into blocks. */
final class PendingSamples {

    private static final Comparator<FoldedSeries> BY_TENANT_AND_ID = Comparator.comparing(
                    (FoldedSeries series) -> series.tenant.tenant())
            .thenComparingLong(series -> series.id);

    private long[] times = new long[1 << 12];
    private double[] values = new double[1 << 12];
    private long[] starts = new long[1 << 12];
    private int[] next = new int[1 << 12];
    private final Map<Integer, byte[]> histograms = new HashMap<>();
    private final List<FoldedSeries> touched = new ArrayList<>();
    private int size;

    int size() {
        return size;
    }

    void add(FoldedSeries series, long time, double value, long start) {
        if (size == times.length) {
            grow();
        }
        times[size] = time;
        values[size] = value;
        starts[size] = start;
        next[size] = FoldedSeries.NONE;
        if (series.firstPending == FoldedSeries.NONE) {
            series.firstPending = size;
        } else {
            next[series.lastPending] = size;
        }
        series.lastPending = size++;
    }

    void add(FoldedSeries series, long time, byte[] histogram, long start) {
        histograms.put(size, histogram);
        add(series, time, 0, start);
    }

    /** Notes that the series has a newer sample, whether or not that is kept. */
    void touch(FoldedSeries series) {
        if (!series.isTouched) {
            series.isTouched = true;
            touched.add(series);
        }
    }

    /** The series with new samples, by tenant and id. */
    List<FoldedSeries> touched() {
        touched.sort(BY_TENANT_AND_ID);
        return touched;
    }

    /** Packs all samples, block by block of a tenant's hour, and forgets them. */
    List<BlockStore.Owned> pack() {
        var packed = new ArrayList<BlockStore.Owned>();
        var open = new HashMap<Long, SampleBlock>();
        @Nullable TenantState tenant = null;
        var run = new SampleRun();
        for (var series : touched()) {
            if (series.tenant != tenant) {
                open.clear();
                tenant = series.tenant;
            }
            take(series, run);
            pack(series, run, open, packed);
        }
        return packed;
    }

    void clear() {
        for (var series : touched) {
            series.firstPending = FoldedSeries.NONE;
            series.lastPending = FoldedSeries.NONE;
            series.isTouched = false;
        }
        touched.clear();
        histograms.clear();
        size = 0;
    }

    private void take(FoldedSeries series, SampleRun run) {
        run.clear();
        for (var i = series.firstPending; i != FoldedSeries.NONE; i = next[i]) {
            run.add(times[i], values[i], starts[i], histograms.isEmpty() ? null : histograms.get(i));
        }
    }

    static void pack(FoldedSeries series, SampleRun run, Map<Long, SampleBlock> open, List<BlockStore.Owned> packed) {
        for (var from = 0; from < run.size(); ) {
            var segment = series.tenant.clock().segment(run.time(from));
            var to = from + 1;
            while (to < run.size()
                    && (segment.contains(run.time(to))
                            || series.tenant.clock().segment(run.time(to)).hourStart() == segment.hourStart())) {
                to++;
            }
            var block = open.get(segment.hourStart());
            if (block == null || block.isFull()) {
                block = new SampleBlock(segment.hourStart());
                open.put(segment.hourStart(), block);
                packed.add(new BlockStore.Owned(series.tenant.tenant(), block));
            }
            block.add(series.id, run, from, to);
            from = to;
        }
    }

    private void grow() {
        var larger = size * 2;
        times = Arrays.copyOf(times, larger);
        values = Arrays.copyOf(values, larger);
        starts = Arrays.copyOf(starts, larger);
        next = Arrays.copyOf(next, larger);
    }
}
