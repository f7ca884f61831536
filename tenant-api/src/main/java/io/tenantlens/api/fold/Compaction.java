package io.tenantlens.api.fold;

import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.cost.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Packs the many small blocks that folds leave into few: an hour later the samples of a series stand together and take a fraction of
 * the room. A running hour is packed, too, once it has many blocks. Blocks that a fold adds meanwhile stay as they are.
 */
final class Compaction {

    private static final long CLOSED_AFTER = 2 * Segment.HOUR;
    private static final int HOURS_AT_ONCE = 2_000;

    private final WorkerDatabase database;
    private final Clock clock;

    private record TenantHour(TenantId tenant, long hour) {}

    Compaction(WorkerDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    int packClosedHours() {
        var hours = database.inPlainTransaction(this::scattered);
        for (var hour : hours) {
            database.inPlainTransaction(connection -> pack(connection, hour));
        }
        return hours.size();
    }

    private List<TenantHour> scattered(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT tenant_id, extract(epoch FROM hour_start)::bigint FROM sample_blocks
                GROUP BY tenant_id, hour_start
                HAVING count(*) > CASE WHEN hour_start < to_timestamp(?) THEN 1 ELSE 64 END
                                  + (max(last_series) - min(first_series)) / 1024
                LIMIT ?""")) {
            select.setLong(1, (clock.millis() - CLOSED_AFTER) / 1_000);
            select.setInt(2, HOURS_AT_ONCE);
            var hours = new ArrayList<TenantHour>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    hours.add(new TenantHour(new TenantId(rows.getString(1)), rows.getLong(2) * 1_000));
                }
            }
            return hours;
        }
    }

    private boolean pack(Connection connection, TenantHour of) throws SQLException {
        var samples = new TreeMap<Long, SampleRun>();
        try (var delete = connection.prepareStatement("WITH scattered AS (DELETE FROM sample_blocks"
                + " WHERE tenant_id = ? AND hour_start = to_timestamp(?) RETURNING block_id, samples)"
                + " SELECT samples FROM scattered ORDER BY block_id")) {
            delete.setString(1, of.tenant.value());
            delete.setLong(2, of.hour / 1_000);
            try (var rows = delete.executeQuery()) {
                while (rows.next()) {
                    BlockStore.gather(rows.getBytes(1), of.hour, samples);
                }
            }
        }
        var packed = new ArrayList<BlockStore.Owned>();
        var block = new SampleBlock(of.hour);
        for (var series : samples.entrySet()) {
            if (packed.isEmpty() || block.isFull()) {
                block = new SampleBlock(of.hour);
                packed.add(new BlockStore.Owned(of.tenant, block));
            }
            var run = series.getValue().inOrder();
            block.add(series.getKey(), run, 0, run.size());
        }
        new BlockStore(connection).insert(packed);
        return true;
    }
}
