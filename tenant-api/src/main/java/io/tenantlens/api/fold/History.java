package io.tenantlens.api.fold;

import io.tenantlens.api.histogram.Histogram;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The stored samples of a tenant, as far as the late ones ask for them. */
final class History {

    /** A stored sample. */
    record Sample(
            long time, double value, long start, @Nullable Histogram histogram) {}

    private static final long WINDOW = 48 * Segment.HOUR;

    private final BlockStore store;
    private final TenantState tenant;
    private final Map<Long, Map<Long, SampleRun>> hours = new HashMap<>();
    private final TreeSet<Long> window = new TreeSet<>();
    private long windowStart;
    private long windowEnd;

    History(Connection connection, TenantState tenant) {
        this.store = new BlockStore(connection);
        this.tenant = tenant;
    }

    /** Loads the hours of late samples, and learns which hours around them have any. */
    void load(SortedSet<Long> wanted) throws SQLException {
        hours.putAll(store.load(tenant.tenant(), wanted));
        lookAround(wanted.first(), wanted.last());
    }

    /** Learns which hours from two days before to two days after have any samples. */
    void lookAround(long firstHour, long lastHour) throws SQLException {
        windowStart = firstHour - WINDOW;
        windowEnd = lastHour + WINDOW;
        window.addAll(store.hoursBetween(tenant.tenant(), windowStart, windowEnd));
    }

    /** The hours from {@code start} to {@code end}, both included and looked around before, that have any sample. */
    SortedSet<Long> hoursBetween(long start, long end) {
        return new TreeSet<>(window.subSet(start, true, end, true));
    }

    /** All samples of an hour by series, in the order of series. */
    SortedMap<Long, SampleRun> samplesOf(long hour) throws SQLException {
        return new TreeMap<>(hour(hour));
    }

    /** Keeps an hour no longer. */
    void forget(long hour) {
        hours.remove(hour);
    }

    /** The samples of the series in the hour of that time. */
    @Nullable
    SampleRun at(FoldedSeries series, long time) throws SQLException {
        return hour(hourOf(time)).get(series.id);
    }

    @Nullable
    Sample before(FoldedSeries series, long time) throws SQLException {
        if (time <= series.firstTime) {
            return null;
        }
        var run = at(series, time);
        var index = run == null ? -1 : (run.find(time) < 0 ? -run.find(time) - 1 : run.find(time)) - 1;
        if (run != null && index >= 0) {
            return sample(run, index);
        }
        var found = beside(series, hourOf(time), false);
        return found == null ? null : sample(found, found.size() - 1);
    }

    @Nullable
    Sample after(FoldedSeries series, long time) throws SQLException {
        var run = at(series, time);
        if (run != null) {
            var found = run.find(time);
            var index = found < 0 ? -found - 1 : found + 1;
            if (index < run.size()) {
                return sample(run, index);
            }
        }
        var found = beside(series, hourOf(time), true);
        return found == null ? null : sample(found, 0);
    }

    private @Nullable SampleRun beside(FoldedSeries series, long from, boolean forward) throws SQLException {
        for (var near = next(from, forward); near != null; near = next(near, forward)) {
            var run = hour(near).get(series.id);
            if (run != null && run.size() > 0) {
                return run;
            }
        }
        return farBeside(series, forward ? windowEnd : windowStart, forward);
    }

    private @Nullable Long next(long hour, boolean forward) {
        return forward ? window.higher(hour) : window.lower(hour);
    }

    private @Nullable SampleRun farBeside(FoldedSeries series, long from, boolean forward) throws SQLException {
        var hour = from;
        while (true) {
            List<Long> next = store.hoursBeside(tenant.tenant(), series.id, hour, forward);
            for (var candidate : next) {
                var run = hour(candidate).get(series.id);
                if (run != null && run.size() > 0) {
                    return run;
                }
                hour = candidate;
            }
            if (next.isEmpty()) {
                return null;
            }
        }
    }

    private Map<Long, SampleRun> hour(long hour) throws SQLException {
        var known = hours.get(hour);
        if (known == null) {
            hours.putAll(store.load(tenant.tenant(), List.of(hour)));
            known = hours.getOrDefault(hour, Map.of());
        }
        return known;
    }

    private long hourOf(long time) {
        return tenant.clock().segment(time).hourStart();
    }

    static Sample sample(SampleRun run, int index) {
        var encoded = run.histogram(index);
        var histogram = encoded == null || encoded.length == 0 ? null : Histogram.decode(encoded);
        return new Sample(run.time(index), run.value(index), run.start(index), histogram);
    }
}
