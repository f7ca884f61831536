package io.tenantlens.api.fold;

import io.tenantlens.cost.tenant.TenantId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stored blocks of samples. */
final class BlockStore {

    private static final int ROWS_AT_ONCE = 2_000;

    private final Connection connection;

    BlockStore(Connection connection) {
        this.connection = connection;
    }

    /** A block and whose it is. */
    record Owned(TenantId tenant, SampleBlock block) {}

    void insert(List<Owned> blocks) throws SQLException {
        for (var from = 0; from < blocks.size(); from += ROWS_AT_ONCE) {
            insertSome(blocks.subList(from, Math.min(blocks.size(), from + ROWS_AT_ONCE)));
        }
    }

    private void insertSome(List<Owned> blocks) throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO sample_blocks (tenant_id, hour_start, first_series, last_series, samples)"
                        + " SELECT tenant_id, to_timestamp(hour), first_series, last_series, samples"
                        + " FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[])"
                        + " AS b (tenant_id, hour, first_series, last_series, samples)")) {
            insert.setArray(
                    1, array("text", blocks.stream().map(b -> b.tenant.value()).toArray()));
            insert.setArray(
                    2,
                    array(
                            "bigint",
                            blocks.stream()
                                    .map(b -> b.block.hourStart() / 1_000)
                                    .toArray()));
            insert.setArray(
                    3,
                    array(
                            "bigint",
                            blocks.stream().map(b -> b.block.firstSeries()).toArray()));
            insert.setArray(
                    4,
                    array(
                            "bigint",
                            blocks.stream().map(b -> b.block.lastSeries()).toArray()));
            insert.setArray(
                    5,
                    array(
                            "bytea",
                            blocks.stream().map(b -> b.block.toByteArray()).toArray(byte[][]::new)));
            insert.executeUpdate();
        }
    }

    /** What is stored of some hours of a tenant, by hour and series. */
    Map<Long, Map<Long, SampleRun>> load(TenantId tenant, Collection<Long> hours) throws SQLException {
        var loaded = new HashMap<Long, Map<Long, SampleRun>>();
        hours.forEach(hour -> loaded.put(hour, new HashMap<>()));
        try (var select =
                connection.prepareStatement("SELECT extract(epoch FROM hour_start)::bigint, samples FROM sample_blocks"
                        + " WHERE tenant_id = ? AND hour_start = ANY (SELECT to_timestamp(h) FROM unnest(?::bigint[]) h)"
                        + " ORDER BY hour_start, block_id")) {
            select.setString(1, tenant.value());
            select.setArray(
                    2, array("bigint", hours.stream().map(hour -> hour / 1_000).toArray()));
            read(select, loaded);
        }
        return loaded;
    }

    private static void read(PreparedStatement select, Map<Long, Map<Long, SampleRun>> into) throws SQLException {
        select.setFetchSize(64);
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                var hour = rows.getLong(1) * 1_000;
                var bySeries = into.computeIfAbsent(hour, h -> new HashMap<>());
                gather(rows.getBytes(2), hour, bySeries);
            }
        }
        into.values().forEach(bySeries -> bySeries.replaceAll((_, run) -> run.inOrder()));
    }

    /** Adds the samples of a stored block; {@link SampleRun#inOrder} is due once all of the hour are there. */
    static void gather(byte[] stored, long hour, Map<Long, SampleRun> bySeries) {
        SampleBlock.read(stored, hour, (series, run) -> {
            var present = bySeries.putIfAbsent(series, run);
            if (present != null) {
                present.append(run);
            }
        });
    }

    /** The next few hours before (or, with {@code forward}, after) an hour in which a series may have samples, nearest first. */
    List<Long> hoursBeside(TenantId tenant, long seriesId, long hour, boolean forward) throws SQLException {
        var sql = "SELECT DISTINCT hour_start, extract(epoch FROM hour_start)::bigint FROM sample_blocks"
                + " WHERE tenant_id = ? AND hour_start " + (forward ? ">" : "<") + " to_timestamp(?)"
                + " AND first_series <= ? AND last_series >= ? ORDER BY hour_start " + (forward ? "ASC" : "DESC")
                + " LIMIT 8";
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, tenant.value());
            select.setLong(2, hour / 1_000);
            select.setLong(3, seriesId);
            select.setLong(4, seriesId);
            var hours = new ArrayList<Long>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    hours.add(rows.getLong(2) * 1_000);
                }
            }
            return hours;
        }
    }

    /** The hours of a tenant that have any sample, from {@code start} to {@code end}, both included. */
    List<Long> hoursBetween(TenantId tenant, long start, long end) throws SQLException {
        try (var select =
                connection.prepareStatement("SELECT DISTINCT extract(epoch FROM hour_start)::bigint FROM sample_blocks"
                        + " WHERE tenant_id = ? AND hour_start BETWEEN to_timestamp(?) AND to_timestamp(?)")) {
            select.setString(1, tenant.value());
            select.setLong(2, start / 1_000);
            select.setLong(3, end / 1_000);
            var hours = new ArrayList<Long>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    hours.add(rows.getLong(1) * 1_000);
                }
            }
            return hours;
        }
    }

    private Array array(String type, Object[] elements) throws SQLException {
        return connection.createArrayOf(type, elements);
    }
}
