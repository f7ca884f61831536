package io.tenantlens.api.fold;

import io.tenantlens.api.meter.Aggregation;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adds what a fold found to the hours and days of tenants and to the hours of the platform. */
final class RollupWriter {

    private static final int ROWS_AT_ONCE = 5_000;
    private static final String PLUS = "stored.quantity + excluded.quantity";
    private static final String HIGHEST = "greatest(stored.quantity, excluded.quantity)";

    /** A row to add to; the time is an hour in seconds, or a day, each since 1970. */
    private record Row(String owner, String meter, long time, String dimensions) {}

    private static final Comparator<Map.Entry<Row, BigDecimal>> BY_KEY = Comparator.comparing(
                    (Map.Entry<Row, BigDecimal> entry) -> entry.getKey().owner)
            .thenComparing(entry -> entry.getKey().meter)
            .thenComparingLong(entry -> entry.getKey().time);

    private final Connection connection;
    private final int shard;

    RollupWriter(Connection connection, int shard) {
        this.connection = connection;
        this.shard = shard;
    }

    void write(Rollup rollup) throws SQLException {
        var sums = sums(rollup);
        var peaks = peaks(rollup);
        addHours(sums, peaks);
        upsert("usage_day", grouped(sums, RollupWriter::day, BigDecimal::add), PLUS);
        upsert("usage_day", grouped(peaks, RollupWriter::day, BigDecimal::max), HIGHEST);
        new ChangedDays(connection)
                .note(Stream.concat(sums.stream(), peaks.stream())
                        .map(slot -> new ChangedDays.Day(
                                slot.key.id.tenant().tenant().value(), slot.segment.epochDay()))
                        .collect(Collectors.toSet()));
        upsert("platform_usage_hour", grouped(sums, this::platformHour, BigDecimal::add), PLUS);
        sums.forEach(slot -> slot.key.written(slot.segment.hourStart()));
    }

    /** The tenant's hours alone, for whom the rest is computed from them. */
    void writeHours(Rollup rollup) throws SQLException {
        addHours(sums(rollup), peaks(rollup));
    }

    private void addHours(List<Slot> sums, List<Slot> peaks) throws SQLException {
        upsert("usage_hour", grouped(sums, RollupWriter::hour, BigDecimal::add), PLUS);
        upsert("usage_hour", grouped(peaks, RollupWriter::hour, BigDecimal::max), HIGHEST);
    }

    private static List<Slot> sums(Rollup rollup) {
        return rollup.slots().stream()
                .filter(slot -> slot.key.aggregation != Aggregation.PEAK
                        && slot.key.aggregation != Aggregation.DISTRIBUTION
                        && adds(slot))
                .toList();
    }

    private static List<Slot> peaks(Rollup rollup) {
        return rollup.slots().stream()
                .filter(slot -> slot.key.aggregation == Aggregation.PEAK)
                .toList();
    }

    private static boolean adds(Slot slot) {
        return !slot.key.isWritten(slot.segment.hourStart()) || slot.quantity().signum() != 0;
    }

    private static Map<Row, BigDecimal> grouped(
            List<Slot> slots, Function<Slot, Row> row, BinaryOperator<BigDecimal> together) {
        var rows = new HashMap<Row, BigDecimal>();
        slots.forEach(slot -> rows.merge(row.apply(slot), slot.quantity(), together));
        return rows;
    }

    private static Row hour(Slot slot) {
        var id = slot.key.id;
        return new Row(id.tenant().tenant().value(), id.meter(), slot.segment.hourStart() / 1_000, id.dimensions());
    }

    private static Row day(Slot slot) {
        var id = slot.key.id;
        return new Row(id.tenant().tenant().value(), id.meter(), slot.segment.epochDay(), id.dimensions());
    }

    private Row platformHour(Slot slot) {
        var key = slot.key;
        return new Row(Integer.toString(shard), key.id.meter(), slot.segment.utcHour() / 1_000, key.platformDimensions);
    }

    private void upsert(String table, Map<Row, BigDecimal> rows, String together) throws SQLException {
        var sorted = new ArrayList<>(rows.entrySet());
        sorted.sort(BY_KEY);
        for (var from = 0; from < sorted.size(); from += ROWS_AT_ONCE) {
            upsert(table, sorted.subList(from, Math.min(sorted.size(), from + ROWS_AT_ONCE)), together);
        }
    }

    private void upsert(String table, List<Map.Entry<Row, BigDecimal>> rows, String together) throws SQLException {
        var time = table.equals("usage_day") ? "day" : "hour_start";
        var owner = table.equals("platform_usage_hour") ? "shard" : "tenant_id";
        var sql = "INSERT INTO " + table + " AS stored (" + owner + ", meter, " + time + ", dimensions, quantity)"
                + " SELECT owner" + (owner.equals("shard") ? "::smallint" : "") + ", meter, "
                + (time.equals("day") ? "date '1970-01-01' + at::integer" : "to_timestamp(at)")
                + ", dimensions::jsonb, quantity::numeric"
                + " FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[])"
                + " AS r (owner, meter, at, dimensions, quantity)"
                + " ON CONFLICT (" + owner + ", meter, " + time + ", dimensions) DO UPDATE SET quantity = " + together;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array("text", rows, entry -> entry.getKey().owner));
            statement.setArray(2, array("text", rows, entry -> entry.getKey().meter));
            statement.setArray(3, array("bigint", rows, entry -> entry.getKey().time));
            statement.setArray(4, array("text", rows, entry -> entry.getKey().dimensions));
            statement.setArray(5, array("text", rows, entry -> plain(entry.getValue())));
            statement.executeUpdate();
        }
    }

    private Array array(
            String type, List<Map.Entry<Row, BigDecimal>> rows, Function<Map.Entry<Row, BigDecimal>, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column).toArray());
    }

    private static String plain(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }
}
