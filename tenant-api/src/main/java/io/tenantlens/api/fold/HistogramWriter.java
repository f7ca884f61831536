package io.tenantlens.api.fold;

import io.tenantlens.api.meter.Aggregation;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Merges the distributions that a fold found into those of the hour and of the day. */
final class HistogramWriter {

    private static final int ROWS_AT_ONCE = 2_000;
    /** Where rows go, and their time: an hour in seconds or a day, each since 1970. */
    private enum Table {
        HOURS("histogram_hour", "hour_start", "to_timestamp(at)"),
        DAYS("histogram_day", "day", "date '1970-01-01' + at::integer");

        private final String table;
        private final String column;
        private final String timeOfParameter;

        Table(String table, String column, String timeOfParameter) {
            this.table = table;
            this.column = column;
            this.timeOfParameter = timeOfParameter;
        }

        long time(Segment segment) {
            return switch (this) {
                case HOURS -> segment.hourStart() / 1_000;
                case DAYS -> segment.epochDay();
            };
        }
    }

    private record Line(String tenant, String meter, String dimensions) implements Comparable<Line> {

        private static final Comparator<Line> ORDER =
                Comparator.comparing(Line::tenant).thenComparing(Line::meter).thenComparing(Line::dimensions);

        @Override
        public int compareTo(Line other) {
            return ORDER.compare(this, other);
        }
    }

    /** What a row is to be, or what is to be merged into it. */
    private record Row(Line line, long time, HistogramParts parts) {}

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
        var lines = lines(rollup);
        merge(Table.HOURS, lines);
        merge(Table.DAYS, lines);
    }

    void writeHours(Rollup rollup) throws SQLException {
        merge(Table.HOURS, lines(rollup));
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
        var days = new TreeMap<Line, Map<Long, HistogramParts>>();
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
                                        new Line(tenant, rows.getString(1), rows.getString(2)), _ -> new TreeMap<>())
                                .computeIfAbsent(day, _ -> new HistogramParts())
                                .add(HistogramParts.decode(rows.getBytes(3)));
                    }
                }
            }
        }
        var rebuilt = new ArrayList<Row>();
        days.forEach((line, ofLine) -> ofLine.forEach((day, parts) -> rebuilt.add(new Row(line, day, parts))));
        store(Table.DAYS, rebuilt);
    }

    private static Map<Line, List<Slot>> lines(Rollup rollup) {
        var lines = new TreeMap<Line, List<Slot>>();
        for (var slots : rollup.linesOf(aggregation -> aggregation == Aggregation.DISTRIBUTION)) {
            var id = slots.getFirst().key.id;
            lines.computeIfAbsent(
                            new Line(id.tenant().tenant().value(), id.meter(), id.dimensions()), _ -> new ArrayList<>())
                    .addAll(slots);
        }
        return lines;
    }

    private void merge(Table table, Map<Line, List<Slot>> lines) throws SQLException {
        var rows = new ArrayList<Row>();
        for (var line : lines.entrySet()) {
            var times = new TreeMap<Long, HistogramParts>();
            for (var slot : line.getValue()) {
                if (table == Table.DAYS || slot.segment.hourStart() >= hoursFrom) {
                    times.computeIfAbsent(table.time(slot.segment), _ -> new HistogramParts())
                            .add(slot);
                }
            }
            times.forEach((time, parts) -> rows.add(new Row(line.getKey(), time, parts)));
            if (rows.size() >= ROWS_AT_ONCE) {
                merge(table, rows);
                rows.clear();
            }
        }
        merge(table, rows);
    }

    private void merge(Table table, List<Row> rows) throws SQLException {
        if (!rows.isEmpty()) {
            addStored(table, rows);
            store(table, rows);
        }
    }

    private void addStored(Table table, List<Row> rows) throws SQLException {
        try (var select = connection.prepareStatement("SELECT r.number, h.parts"
                + " FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[]) WITH ORDINALITY"
                + " AS r (tenant_id, meter, at, dimensions, number)"
                + " JOIN " + table.table + " h ON h.tenant_id = r.tenant_id AND h.meter = r.meter"
                + " AND h." + table.column + " = " + table.timeOfParameter
                + " AND h.dimensions = r.dimensions::jsonb")) {
            bind(select, rows);
            try (var result = select.executeQuery()) {
                while (result.next()) {
                    var at = result.getInt(1) - 1;
                    var sum = HistogramParts.decode(result.getBytes(2));
                    sum.add(rows.get(at).parts);
                    rows.set(at, new Row(rows.get(at).line, rows.get(at).time, sum));
                }
            }
        }
    }

    private void store(Table table, List<Row> rows) throws SQLException {
        try (var upsert = connection.prepareStatement(
                "INSERT INTO " + table.table + " (tenant_id, meter, " + table.column + ", dimensions, histogram, parts)"
                        + " SELECT tenant_id, meter, " + table.timeOfParameter + ", dimensions::jsonb, histogram, parts"
                        + " FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::bytea[], ?::bytea[])"
                        + " AS r (tenant_id, meter, at, dimensions, histogram, parts)"
                        + " ON CONFLICT (tenant_id, meter, " + table.column + ", dimensions)"
                        + " DO UPDATE SET histogram = excluded.histogram, parts = excluded.parts")) {
            bind(upsert, rows);
            upsert.setArray(5, bytes(rows, parts -> parts.histogram().encode()));
            upsert.setArray(6, bytes(rows, HistogramParts::encode));
            upsert.executeUpdate();
        }
    }

    private Array bytes(List<Row> rows, Function<HistogramParts, byte[]> form) throws SQLException {
        return connection.createArrayOf(
                "bytea", rows.stream().map(row -> form.apply(row.parts)).toArray(byte[][]::new));
    }

    private void bind(PreparedStatement statement, List<Row> rows) throws SQLException {
        statement.setArray(1, connection.createArrayOf("text", column(rows, Line::tenant)));
        statement.setArray(2, connection.createArrayOf("text", column(rows, Line::meter)));
        statement.setArray(
                3,
                connection.createArrayOf("bigint", rows.stream().map(Row::time).toArray(Long[]::new)));
        statement.setArray(4, connection.createArrayOf("text", column(rows, Line::dimensions)));
    }

    private static String[] column(List<Row> rows, Function<Line, String> text) {
        return rows.stream().map(row -> text.apply(row.line)).toArray(String[]::new);
    }
}
