package io.tenantlens.api.fold;

import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.api.series.SeriesKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A series with its newest sample, and the samples that the running fold found. */
final class FoldedSeries {

    static final int NONE = -1;

    final long id;
    final TenantState tenant;
    final SeriesKind kind;
    private final Target[] targets;
    private final boolean gauge;

    long firstTime = Long.MAX_VALUE;
    long lastTime = Long.MIN_VALUE;
    double lastValue;

    @Nullable
    Histogram lastHistogram;

    int firstPending = NONE;
    int lastPending = NONE;
    boolean isTouched;

    FoldedSeries(long id, TenantState tenant, SeriesKind kind, List<Target> targets) {
        this.id = id;
        this.tenant = tenant;
        this.kind = kind;
        this.targets = targets.toArray(Target[]::new);
        this.gauge =
                targets.isEmpty() ? kind == SeriesKind.GAUGE : targets.stream().allMatch(Target::measuresAGauge);
    }

    boolean isKnown() {
        return lastTime != Long.MIN_VALUE;
    }

    /** Gaps end what a gauge holds; a counter goes on from the last number that it showed. */
    boolean ignores(double value) {
        return Double.isNaN(value) && !gauge;
    }

    /** Takes a sample that is newer than all before. */
    void advance(Rollup rollup, long time, double value, long start) {
        if (lastTime == Long.MIN_VALUE) {
            addFirst(rollup, time, value, start, 1);
            firstTime = time;
        } else {
            addNext(rollup, lastTime, lastValue, time, value, start, 1);
        }
        lastTime = time;
        lastValue = value;
    }

    void addFirst(Rollup rollup, long time, double value, long start, int sign) {
        for (var target : targets) {
            target.addFirst(rollup, time, value, start, sign);
        }
    }

    void addNext(Rollup rollup, long timeBefore, double valueBefore, long time, double value, long start, int sign) {
        for (var target : targets) {
            target.addNext(rollup, timeBefore, valueBefore, time, value, start, sign);
        }
    }

    /** Takes a whole histogram that is newer than all before. */
    void advance(Rollup rollup, long time, Histogram histogram, long start) {
        var before = lastHistogram;
        addHistogram(rollup, before, lastTime, time, histogram, start);
        firstTime = Math.min(firstTime, time);
        lastTime = time;
        lastHistogram = kind == SeriesKind.DELTA_HISTOGRAM ? null : histogram;
    }

    void addHistogram(
            Rollup rollup, @Nullable Histogram before, long timeBefore, long time, Histogram histogram, long start) {
        var whole = kind == SeriesKind.DELTA_HISTOGRAM || (start != 0 && start > timeBefore);
        var increase = whole ? histogram : before == null ? null : histogram.since(before);
        if (increase != null) {
            for (var target : targets) {
                target.key().slot(rollup, time).merge(increase);
            }
        }
    }
}
