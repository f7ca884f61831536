package io.tenantlens.api.fold;

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
    private static final String HOUR = "to_timestamp(at)";
    private static final String DAY = "date '1970-01-01' + at::integer";

    /** A row to merge into; the time is an hour in seconds, or a day, each since 1970. */
    private record Row(String tenant, String meter, long time, String dimensions) {}

    private final Connection connection;
    private final long hoursFrom;

    /**
     * @param hoursFrom the first hour that is kept, in milliseconds
     */
    HistogramWriter(Connection connection, long hoursFrom) {
        this.connection = connection;
        this.hoursFrom = hoursFrom;
    }

    void write(Rollup rollup) throws SQLException {
        writeHours(rollup);
        merge("histogram_day", "day", DAY, bySlot(rollup.distributions(), s -> s.segment.epochDay()));
    }

    void writeHours(Rollup rollup) throws SQLException {
        merge("histogram_hour", "hour_start", HOUR, bySlot(keptHours(rollup), s -> s.segment.hourStart() / 1_000));
    }

    /** Merges the hours of each day that the window touches into the day anew. */
    void rebuildDays(RebuiltHours.Window window) throws SQLException {
        var clock = window.tenant().clock();
        var tenant = window.tenant().tenant().value();
        var firstDay = clock.segment(window.firstHour()).epochDay();
        var lastDay = clock.segment(window.lastHour()).epochDay();
        try (var delete = connection.prepareStatement("DELETE FROM histogram_day WHERE tenant_id = ?"
                + " AND day BETWEEN date '1970-01-01' + ? AND date '1970-01-01' + ?")) {
            delete.setString(1, tenant);
            delete.setInt(2, Math.toIntExact(firstDay));
            delete.setInt(3, Math.toIntExact(lastDay));
            delete.executeUpdate();
        }
        var days = new HashMap<Row, HistogramParts>();
        try (var select = connection.prepareStatement("SELECT meter, dimensions::text, parts,"
                + " extract(epoch FROM hour_start)::bigint FROM histogram_hour"
                + " WHERE tenant_id = ? AND hour_start BETWEEN to_timestamp(?) AND to_timestamp(?)")) {
            select.setString(1, tenant);
            select.setLong(2, window.firstHour() / 1_000 - 90_000);
            select.setLong(3, window.lastHour() / 1_000 + 90_000);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var day = clock.segment(rows.getLong(4) * 1_000).epochDay();
                    if (day >= firstDay && day <= lastDay) {
                        days.computeIfAbsent(
                                        new Row(tenant, rows.getString(1), day, rows.getString(2)),
                                        row -> new HistogramParts())
                                .add(HistogramParts.decode(rows.getBytes(3)));
                    }
                }
            }
        }
        store("histogram_day", "day", DAY, days);
    }

    private List<Slot> keptHours(Rollup rollup) {
        return rollup.distributions().stream()
                .filter(slot -> slot.segment.hourStart() >= hoursFrom)
                .toList();
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
        statement.setArray(1, connection.createArrayOf("text", column(rows, Row::tenant)));
        statement.setArray(2, connection.createArrayOf("text", column(rows, Row::meter)));
        statement.setArray(
                3,
                connection.createArrayOf("bigint", rows.stream().map(Row::time).toArray(Long[]::new)));
        statement.setArray(4, connection.createArrayOf("text", column(rows, Row::dimensions)));
    }

    private static String[] column(List<Row> rows, Function<Row, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }
}
