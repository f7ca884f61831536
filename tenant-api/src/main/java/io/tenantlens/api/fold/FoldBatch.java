package io.tenantlens.api.fold;

import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.api.usagelog.LogReader;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One run of the fold over some rows of the log: what it found, and how that is written. */
final class FoldBatch implements LogReader.Entries {

    private final Connection connection;
    private final Retention.Kept kept;
    private final SeriesMemory memory;
    private final Elections elections;
    private final PendingSamples pending;
    private final int fold;
    private final Rollup rollup;
    private final LateSamples late = new LateSamples();
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;
    private int samples;
    private int fromReplicas;

    FoldBatch(Connection connection, ShardMemory shard, Retention.Kept kept) {
        this.connection = connection;
        this.kept = kept;
        this.memory = shard.series();
        this.elections = shard.elections();
        this.pending = shard.pending();
        this.fold = shard.nextFold();
        this.rollup = new Rollup(fold);
    }

    int samples() {
        return samples;
    }

    int fromReplicas() {
        return fromReplicas;
    }

    int conflicts() {
        return late.conflicts();
    }

    int expired() {
        return late.expired();
    }

    /** The days that are written to; null if there is nothing to write. */
    @Nullable
    LocalDate firstDay() {
        return earliest > latest ? null : LocalDate.ofEpochDay(Math.floorDiv(earliest, 24 * Segment.HOUR) - 1);
    }

    LocalDate lastDay() {
        return LocalDate.ofEpochDay(Math.floorDiv(latest, 24 * Segment.HOUR) + 1);
    }

    @Override
    public void sample(long seriesId, int replica, long timestamp, double value, long start) {
        var series = found(seriesId, replica, timestamp);
        if (series == null || series.ignores(value)) {
            return;
        }
        if (timestamp > series.lastTime) {
            series.advance(rollup, timestamp, value, start);
            pending.touch(series);
            if (keeps(series, timestamp)) {
                pending.add(series, timestamp, value, start);
            }
            note(timestamp);
        } else if (timestamp < series.lastTime) {
            addLate(series, timestamp, value, start, null);
        } else if (Double.doubleToRawLongBits(value) != Double.doubleToRawLongBits(series.lastValue)) {
            late.conflict();
        }
    }

    @Override
    public void histogram(long seriesId, int replica, long timestamp, byte[] encoded, long start) {
        var series = found(seriesId, replica, timestamp);
        if (series == null) {
            return;
        }
        if (timestamp > series.lastTime) {
            series.advance(rollup, timestamp, Histogram.decode(encoded), start);
            pending.touch(series);
            if (keeps(series, timestamp)) {
                pending.add(series, timestamp, encoded, start);
            }
            note(timestamp);
        } else {
            addLate(series, timestamp, 0, start, encoded);
        }
    }

    /** Of what is kept no longer nobody can tell whether it was counted before, so it does not count again. */
    private void addLate(FoldedSeries series, long timestamp, double value, long start, byte @Nullable [] histogram) {
        if (keeps(series, timestamp)) {
            late.add(series, timestamp, value, start, histogram);
            note(timestamp);
        } else {
            late.expire();
        }
    }

    private boolean keeps(FoldedSeries series, long timestamp) {
        return timestamp >= kept.samplesFrom() + Segment.HOUR
                || series.tenant.clock().segment(timestamp).hourStart() >= kept.samplesFrom();
    }

    @Override
    public void event(
            TenantId tenant, String meter, long timestamp, BigDecimal quantity, SortedMap<String, String> dimensions) {
        try {
            var key = memory.keys().ofEvent(memory.tenant(connection, tenant), meter, dimensions);
            key.slot(rollup, timestamp).add(quantity);
            note(timestamp);
            samples++;
        } catch (SQLException e) {
            throw new FoldFailedException(e);
        }
    }

    /** Writes all but the position. */
    void write(int shard) throws SQLException {
        var blocks = new BlockStore(connection);
        blocks.insert(pending.pack());
        if (!late.isEmpty()) {
            blocks.insert(late.fold(connection, rollup));
        }
        new RollupWriter(connection, shard, kept.hoursFrom()).write(rollup);
        new HistogramWriter(connection, kept.hoursFrom()).write(rollup);
        new StateStore(connection, memory).store(pending.touched(), late.series());
        elections.store(connection);
        pending.clear();
        rollup.forget();
    }

    private void note(long timestamp) {
        earliest = Math.min(earliest, timestamp);
        latest = Math.max(latest, timestamp);
    }

    /** The series of an entry that counts, or null. */
    private @Nullable FoldedSeries found(long seriesId, int replica, long timestamp) {
        samples++;
        try {
            if (replica != 0) {
                if (!elections.knows(replica)) {
                    elections.load(connection, replica);
                }
                if (!elections.counts(replica, timestamp)) {
                    fromReplicas++;
                    return null;
                }
            }
            return memory.find(connection, seriesId, fold);
        } catch (SQLException e) {
            throw new FoldFailedException(e);
        }
    }
}
