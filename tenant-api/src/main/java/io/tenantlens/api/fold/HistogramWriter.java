package io.tenantlens.api.fold;

import io.tenantlens.api.meter.Aggregation;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Merges the distributions that a fold found into those of the hour and of the day. */
final class HistogramWriter {

    private static final int ROWS_AT_ONCE = 2_000;

    /** A row to merge into; the time is an hour in seconds, or a day, each since 1970. */
    private record Row(String tenant, String meter, long time, String dimensions) {}

    private final Connection connection;

    HistogramWriter(Connection connection) {
        this.connection = connection;
    }

    void write(Rollup rollup) throws SQLException {
        var slots = rollup.slots().stream()
                .filter(slot -> slot.key.aggregation == Aggregation.DISTRIBUTION)
                .toList();
        merge("histogram_hour", "hour_start", "to_timestamp(at)", bySlot(slots, s -> s.segment.hourStart() / 1_000));
        merge("histogram_day", "day", "date '1970-01-01' + at::integer", bySlot(slots, s -> s.segment.epochDay()));
    }

    private static Map<Row, List<Slot>> bySlot(List<Slot> slots, ToLongFunction<Slot> time) {
        return slots.stream().collect(Collectors.groupingBy(slot -> {
            var id = slot.key.id;
            return new Row(id.tenant().tenant().value(), id.meter(), time.applyAsLong(slot), id.dimensions());
        }));
    }

    private void merge(String table, String timeColumn, String timeOfParameter, Map<Row, List<Slot>> slots)
            throws SQLException {
        var rows = List.copyOf(slots.keySet());
        for (var from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            var some = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE));
            var merged = stored(table, timeColumn, timeOfParameter, some);
            for (var row : some) {
                var parts = merged.computeIfAbsent(row, r -> new HistogramParts());
                slots.getOrDefault(row, List.of()).forEach(parts::add);
            }
            store(table, timeColumn, timeOfParameter, merged);
        }
    }

    private Map<Row, HistogramParts> stored(String table, String timeColumn, String timeOfParameter, List<Row> rows)
            throws SQLException {
        var found = new HashMap<Row, HistogramParts>();
        try (var select = connection.prepareStatement("SELECT r.tenant_id, r.meter, r.at, r.dimensions, h.parts"
                + " FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[]) AS r (tenant_id, meter, at, dimensions)"
                + " JOIN " + table + " h ON h.tenant_id = r.tenant_id AND h.meter = r.meter"
                + " AND h." + timeColumn + " = " + timeOfParameter + " AND h.dimensions = r.dimensions::jsonb")) {
            bind(select, rows);
            try (var result = select.executeQuery()) {
                while (result.next()) {
                    var row = new Row(result.getString(1), result.getString(2), result.getLong(3), result.getString(4));
                    found.put(row, HistogramParts.decode(result.getBytes(5)));
                }
            }
        }
        return found;
    }

    private void store(String table, String timeColumn, String timeOfParameter, Map<Row, HistogramParts> merged)
            throws SQLException {
        var rows = List.copyOf(merged.keySet());
        var parts = rows.stream()
                .map(row -> merged.getOrDefault(row, new HistogramParts()))
                .toList();
        try (var upsert = connection.prepareStatement(
                "INSERT INTO " + table + " (tenant_id, meter, " + timeColumn + ", dimensions, histogram, parts)"
                        + " SELECT tenant_id, meter, " + timeOfParameter + ", dimensions::jsonb, histogram, parts"
                        + " FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::bytea[], ?::bytea[])"
                        + " AS r (tenant_id, meter, at, dimensions, histogram, parts)"
                        + " ON CONFLICT (tenant_id, meter, " + timeColumn + ", dimensions)"
                        + " DO UPDATE SET histogram = excluded.histogram, parts = excluded.parts")) {
            bind(upsert, rows);
            upsert.setArray(5, bytes(parts, p -> p.histogram().encode()));
            upsert.setArray(6, bytes(parts, HistogramParts::encode));
            upsert.executeUpdate();
        }
    }

    private Array bytes(List<HistogramParts> parts, Function<HistogramParts, byte[]> form) throws SQLException {
        return connection.createArrayOf("bytea", parts.stream().map(form).toArray(byte[][]::new));
    }

    private void bind(PreparedStatement statement, List<Row> rows) throws SQLException {
        statement.setArray(
                1,
                connection.createArrayOf("text", rows.stream().map(Row::tenant).toArray()));
        statement.setArray(
                2,
                connection.createArrayOf("text", rows.stream().map(Row::meter).toArray()));
        statement.setArray(
                3,
                connection.createArrayOf("bigint", rows.stream().map(Row::time).toArray()));
        statement.setArray(
                4,
                connection.createArrayOf(
                        "text", rows.stream().map(Row::dimensions).toArray()));
    }
}
