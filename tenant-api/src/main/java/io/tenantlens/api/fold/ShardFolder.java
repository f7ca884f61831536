package io.tenantlens.api.fold;

import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.api.series.Shards;
import io.tenantlens.api.usagelog.LogReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Folds one shard: in one transaction the results and the position in the log, so that whatever happens, each entry counts once. The
 * lock on the shard's row lets one folder in at a time; what was kept in memory is thrown away when another folder was in between.
 */
final class ShardFolder {

    /** What a run did. */
    enum Outcome {
        FOLDED,
        NOTHING_NEW,
        FOLDED_BY_ANOTHER
    }

    private static final String READ = "SELECT position, payload,"
            + " (extract(epoch FROM clock_timestamp() - appended_at) * 1000)::bigint, appended_at FROM usage_log"
            + " WHERE shard = ? AND position > ? ORDER BY position";

    private final WorkerDatabase database;
    private final MeterCatalogue catalogue;
    private final Shards shards;
    private final Partitions partitions;
    private final Retention retention;
    private final FoldConfig config;
    private final FoldMetrics metrics;
    private final int shard;
    private @Nullable ShardMemory memory;
    private volatile long lagMillis;

    ShardFolder(
            WorkerDatabase database,
            MeterCatalogue catalogue,
            Shards shards,
            Partitions partitions,
            Retention retention,
            FoldConfig config,
            FoldMetrics metrics,
            int shard) {
        this.database = database;
        this.catalogue = catalogue;
        this.shards = shards;
        this.partitions = partitions;
        this.retention = retention;
        this.config = config;
        this.metrics = metrics;
        this.shard = shard;
    }

    /** How old the oldest entry was that the last run read. */
    long lagMillis() {
        return lagMillis;
    }

    Outcome fold() {
        var done = false;
        try {
            var outcome = database.inPlainTransaction(this::fold);
            done = true;
            return outcome;
        } finally {
            if (!done) {
                memory = null; // it may hold what was rolled back
                partitions.forget();
            }
        }
    }

    private Outcome fold(Connection connection) throws SQLException {
        var position = claim(connection);
        if (position < 0) {
            return Outcome.FOLDED_BY_ANOTHER;
        }
        var kept = memory;
        if (kept == null || kept.position() != position) {
            kept = new ShardMemory(shards, shard, catalogue, position);
            memory = kept;
        }
        var startedAt = now(connection);
        var span = retention.kept();
        var batch = new FoldBatch(connection, kept, span);
        var read = read(connection, kept, batch);
        if (!read.isEmpty()) {
            var first = batch.firstDay();
            if (first != null) {
                partitions.ensure(first, batch.lastDay(), span);
            }
            batch.write(shard);
        }
        advance(connection, kept, read.isComplete() ? startedAt : read.upTo());
        metrics.folded(batch.samples(), batch.conflicts(), batch.fromReplicas(), batch.expired());
        return read.isComplete() ? Outcome.NOTHING_NEW : Outcome.FOLDED;
    }

    /** What was read: whether that was all there is, and when its last entry was appended. */
    private record Read(
            boolean isEmpty, boolean isComplete, @Nullable Instant upTo) {}

    /** The position, under the shard's lock; −1 if another holds it. */
    private long claim(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT position FROM fold_progress WHERE shard = ? FOR UPDATE SKIP LOCKED")) {
            select.setInt(1, shard);
            try (var rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : -1;
            }
        }
    }

    private static Instant now(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var rows = select.executeQuery("SELECT clock_timestamp()")) {
            rows.next();
            return rows.getTimestamp(1).toInstant();
        }
    }

    private Read read(Connection connection, ShardMemory kept, FoldBatch batch) throws SQLException {
        var limit = config.batchLimit().asLongValue();
        var bytes = 0L;
        var oldest = 0L;
        @Nullable Instant upTo = null;
        var reader = new LogReader(batch);
        try (var select = connection.prepareStatement(READ)) {
            select.setInt(1, shard);
            select.setLong(2, kept.position());
            select.setFetchSize(16);
            try (var rows = select.executeQuery()) {
                while (bytes < limit) {
                    if (!rows.next()) {
                        lagMillis = oldest;
                        return new Read(bytes == 0, true, upTo);
                    }
                    var payload = rows.getBytes(2);
                    bytes += payload.length + 1;
                    oldest = Math.max(oldest, rows.getLong(3));
                    upTo = rows.getTimestamp(4).toInstant();
                    reader.read(payload);
                    kept.moveTo(rows.getLong(1));
                }
            }
        }
        lagMillis = oldest;
        return new Read(false, false, upTo);
    }

    private void advance(Connection connection, ShardMemory kept, @Nullable Instant foldedAt) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE fold_progress SET position = ?,"
                + " folded_at = greatest(folded_at, ?::timestamptz) WHERE shard = ?")) {
            update.setLong(1, kept.position());
            update.setString(2, foldedAt == null ? null : foldedAt.toString());
            update.setInt(3, shard);
            update.executeUpdate();
        }
    }
}
