package io.tenantlens.api.fold;

import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.api.series.Shards;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.Period;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Computes a tenant's usage again from the stored samples, as after a correction of the meter catalogue. What was folded right comes
 * out the same. Meters of usage events stay as they are: their source is the events, not samples.
 */
@Singleton
public class Rollups {

    private final WorkerDatabase database;
    private final MeterCatalogue catalogue;
    private final Shards shards;
    private final RetentionConfig retention;
    private final Clock clock;

    @Inject
    Rollups(WorkerDatabase database, MeterCatalogue catalogue, Shards shards, RetentionConfig retention) {
        this(database, catalogue, shards, retention, Clock.systemUTC());
    }

    Rollups(WorkerDatabase database, MeterCatalogue catalogue, Shards shards, RetentionConfig retention, Clock clock) {
        this.database = database;
        this.catalogue = catalogue;
        this.shards = shards;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * Rebuilds all hours of the tenant's zone that the period touches, and their days. Idempotent. The fold of the tenant's shard
     * waits meanwhile.
     *
     * @throws IllegalArgumentException if samples of the period may be gone already
     */
    public void rebuild(TenantId tenant, Period period) {
        if (period.start().isBefore(clock.instant().minus(retention.samples()))) {
            throw new IllegalArgumentException("samples are kept for " + retention.samples() + ": " + period);
        }
        database.inPlainTransaction(connection -> rebuild(connection, tenant, period));
    }

    private boolean rebuild(Connection connection, TenantId tenant, Period period) throws SQLException {
        var shard = shards.of(tenant);
        try (var lock = connection.prepareStatement("SELECT position FROM fold_progress WHERE shard = ? FOR UPDATE")) {
            lock.setInt(1, shard);
            lock.execute();
        }
        var memory = new SeriesMemory(shards, shard, catalogue);
        var state = memory.tenant(connection, tenant);
        var window = new RebuiltHours.Window(
                state,
                state.clock().segment(period.start().toEpochMilli()).hourStart(),
                state.clock().segment(period.end().toEpochMilli() - 1).hourStart());
        var rollup = new Rollup(memory.hashCode());
        count(connection, memory, window, rollup);
        new RebuiltHours(connection, catalogue, shard, window).replace(rollup);
        return true;
    }

    private static void count(Connection connection, SeriesMemory memory, RebuiltHours.Window window, Rollup rollup)
            throws SQLException {
        var history = new History(connection, window.tenant());
        var before = new HashMap<FoldedSeries, History.Sample>();
        history.lookAround(window.firstHour(), window.lastHour());
        for (var hour : history.hoursBetween(window.firstHour(), window.lastHour())) {
            for (var samples : history.samplesOf(hour).entrySet()) {
                var series = memory.find(connection, samples.getKey(), rollup.fold());
                if (series != null) {
                    count(rollup, series, samples.getValue(), history, before);
                }
            }
            history.forget(hour);
        }
        for (var last : before.entrySet()) {
            var after = history.after(last.getKey(), last.getValue().time());
            if (after != null) {
                add(rollup, last.getKey(), last.getValue(), after);
            }
        }
    }

    private static void count(
            Rollup rollup,
            FoldedSeries series,
            SampleRun samples,
            History history,
            Map<FoldedSeries, History.Sample> before)
            throws SQLException {
        for (var i = 0; i < samples.size(); i++) {
            var sample = History.sample(samples, i);
            var previous = before.get(series);
            add(rollup, series, previous == null ? history.before(series, sample.time()) : previous, sample);
            before.put(series, sample);
        }
    }

    private static void add(
            Rollup rollup, FoldedSeries series, History.@Nullable Sample before, History.Sample sample) {
        var histogram = sample.histogram();
        if (histogram != null) {
            var earlier = before == null ? null : before.histogram();
            var earlierTime = before == null ? Long.MIN_VALUE : before.time();
            series.addHistogram(rollup, earlier, earlierTime, sample.time(), histogram, sample.start());
        } else if (before == null) {
            series.addFirst(rollup, sample.time(), sample.value(), sample.start(), 1);
        } else {
            series.addNext(rollup, before.time(), before.value(), sample.time(), sample.value(), sample.start(), 1);
        }
    }
}
