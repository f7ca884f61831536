package io.tenantlens.api.usagelog;

import io.tenantlens.api.codec.ByteWriter;
import io.tenantlens.api.series.Shards;
import io.tenantlens.cost.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Inserts entries so that the positions of a shard become visible in their order. */
final class LogTable {

    /** First half of the key of the locks that order the writers of a shard. */
    private static final int LOCK_CLASS = 0x7106;

    private final Shards shards;

    LogTable(Shards shards) {
        this.shards = shards;
    }

    /**
     * One row a shard. The lock is taken before the position is drawn and held until the commit: otherwise a folder could read past a
     * position that is not visible yet.
     */
    int insert(Connection connection, Collection<WriteBatch> batches) throws SQLException {
        var payloads = payloads(batches);
        if (payloads.isEmpty()) {
            return 0;
        }
        var rows = String.join(", ", Collections.nCopies(payloads.size(), "(?::smallint, ?::bytea)"));
        var sql = "WITH entries AS (VALUES " + rows + "), locked AS MATERIALIZED ("
                + "SELECT pg_advisory_xact_lock(" + LOCK_CLASS + ", shard)"
                + " FROM (SELECT column1::integer AS shard FROM entries ORDER BY 1) ordered)"
                + " INSERT INTO usage_log (shard, payload)"
                + " SELECT column1, column2 FROM entries, (SELECT count(*) FROM locked) all_locked";
        try (var statement = connection.prepareStatement(sql)) {
            var parameter = 1;
            for (var entry : payloads.entrySet()) {
                statement.setShort(parameter++, entry.getKey().shortValue());
                statement.setBytes(parameter++, entry.getValue().toByteArray());
            }
            return statement.executeUpdate();
        }
    }

    private Map<Integer, ByteWriter> payloads(Collection<WriteBatch> batches) {
        var byShard = new TreeMap<Integer, ByteWriter>();
        var gather = new WriteBatch.Payloads() {
            @Override
            public void add(int shard, ByteWriter entries) {
                var payload = byShard.computeIfAbsent(shard, s -> new ByteWriter(1 << 14));
                payload.putVarint(entries.size());
                payload.putBytes(entries);
            }

            @Override
            public void add(TenantId tenant, ByteWriter entries) {
                add(shards.of(tenant), entries);
            }
        };
        for (var batch : batches) {
            batch.addTo(gather);
        }
        return byShard;
    }
}
