package io.tenantlens.api.fold;

import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.api.series.SeriesKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Samples that are not newer than what their series has: most are sent again and add nothing; the others stand between two known
 * samples, whose contribution is taken back and counted anew with them.
 */
final class LateSamples {

    private final Map<FoldedSeries, SampleRun> late = new LinkedHashMap<>();
    private int conflicts;
    private int expired;

    boolean isEmpty() {
        return late.isEmpty();
    }

    /** Samples that were refused: another value was there at their time. */
    int conflicts() {
        return conflicts;
    }

    /** Samples that nothing is left to tell from those counted before. */
    int expired() {
        return expired;
    }

    void expire() {
        expired++;
    }

    Iterable<FoldedSeries> series() {
        return late.keySet();
    }

    void add(FoldedSeries series, long time, double value, long start, byte @Nullable [] histogram) {
        late.computeIfAbsent(series, _ -> new SampleRun()).add(time, value, start, histogram);
    }

    void conflict() {
        conflicts++;
    }

    /** Counts the new ones among them and answers the blocks that hold those. */
    List<BlockStore.Owned> fold(Connection connection, Rollup rollup) throws SQLException {
        late.replaceAll((_, run) -> run.inOrder(_ -> conflicts++));
        var byTenant = new LinkedHashMap<TenantState, List<FoldedSeries>>();
        late.keySet()
                .forEach(series -> byTenant.computeIfAbsent(series.tenant, t -> new ArrayList<>())
                        .add(series));
        var packed = new ArrayList<BlockStore.Owned>();
        for (var entry : byTenant.entrySet()) {
            var history = new History(connection, entry.getKey());
            history.load(hours(entry.getKey(), entry.getValue()));
            entry.getValue().sort((a, b) -> Long.compare(a.id, b.id));
            var open = new HashMap<Long, SampleBlock>();
            for (var series : entry.getValue()) {
                var news = countable(series, news(series, history), history);
                if (news.size() > 0) {
                    count(rollup, series, news, history);
                    PendingSamples.pack(series, news, open, packed);
                    series.firstTime = Math.min(series.firstTime, news.time(0));
                }
            }
        }
        return packed;
    }

    private SortedSet<Long> hours(TenantState tenant, List<FoldedSeries> ofTenant) {
        var hours = new TreeSet<Long>();
        for (var series : ofTenant) {
            var run = runOf(series);
            for (var i = 0; i < run.size(); i++) {
                hours.add(tenant.clock().segment(run.time(i)).hourStart());
            }
        }
        return hours;
    }

    private SampleRun runOf(FoldedSeries series) {
        return late.getOrDefault(series, new SampleRun());
    }

    private SampleRun news(FoldedSeries series, History history) throws SQLException {
        var run = runOf(series);
        var news = new SampleRun();
        for (var i = 0; i < run.size(); i++) {
            var known = history.at(series, run.time(i));
            var at = known == null ? -1 : known.find(run.time(i));
            if (known == null || at < 0) {
                news.add(run.time(i), run.value(i), run.start(i), run.histogram(i));
            } else if (!known.holds(at, run.value(i), run.histogram(i))) {
                conflicts++;
            }
        }
        return news;
    }

    /** Without the first ones whose predecessor is kept no longer: what came after it was counted from there already. */
    private SampleRun countable(FoldedSeries series, SampleRun news, History history) throws SQLException {
        var from = 0;
        while (from < news.size()
                && news.time(from) > series.firstTime
                && history.before(series, news.time(from)) == null) {
            from++;
        }
        expired += from;
        return news.from(from);
    }

    private static void count(Rollup rollup, FoldedSeries series, SampleRun news, History history) throws SQLException {
        if (news.hasHistograms()) {
            countHistograms(rollup, series, news);
            return;
        }
        for (var from = 0; from < news.size(); ) {
            var before = history.before(series, news.time(from));
            var after = history.after(series, news.time(from));
            var to = from + 1;
            while (to < news.size() && (after == null || news.time(to) < after.time())) {
                to++;
            }
            add(rollup, series, before, after, -1);
            for (var i = from; i < to; i++) {
                var sample = History.sample(news, i);
                add(rollup, series, before, sample, 1);
                before = sample;
            }
            add(rollup, series, before, after, 1);
            from = to;
        }
    }

    private static void add(
            Rollup rollup,
            FoldedSeries series,
            History.@Nullable Sample before,
            History.@Nullable Sample sample,
            int sign) {
        if (sample == null) {
            return;
        }
        if (before == null) {
            series.addFirst(rollup, sample.time(), sample.value(), sample.start(), sign);
        } else {
            series.addNext(rollup, before.time(), before.value(), sample.time(), sample.value(), sample.start(), sign);
        }
    }

    /** Increases count whenever they come. A late state of a growing histogram adds nothing: the next one had it all. */
    private static void countHistograms(Rollup rollup, FoldedSeries series, SampleRun news) {
        if (series.kind != SeriesKind.DELTA_HISTOGRAM) {
            return;
        }
        for (var i = 0; i < news.size(); i++) {
            var encoded = news.histogram(i);
            if (encoded != null) {
                var histogram = Histogram.decode(encoded);
                series.addHistogram(rollup, null, Long.MIN_VALUE, news.time(i), histogram, news.start(i));
            }
        }
    }
}
