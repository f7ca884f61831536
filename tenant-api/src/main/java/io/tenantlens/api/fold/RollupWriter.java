package io.tenantlens.api.fold;

import io.tenantlens.api.fold.UsageRows.Table;
import io.tenantlens.api.meter.Aggregation;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds what a fold found to the hours and days of tenants and to the hours of the platform. */
final class RollupWriter {

    /** A line of the platform: the same meter and dimensions of all tenants. */
    private record PlatformLine(String meter, String dimensions) {}

    private final Connection connection;
    private final int shard;
    private final long hoursFrom;

    /**
     * @param hoursFrom the first hour of tenants that is kept, in milliseconds
     */
    RollupWriter(Connection connection, int shard, long hoursFrom) {
        this.connection = connection;
        this.shard = shard;
        this.hoursFrom = hoursFrom;
    }

    void write(Rollup rollup) throws SQLException {
        var sums = sums(rollup);
        var peaks = peaks(rollup);
        addHours(sums);
        raiseHours(peaks);
        addDays(sums);
        raiseDays(peaks);
        noteDays(sums, peaks);
        addToPlatform(sums);
        sums.forEach(line -> line.getFirst().key.written(line.getLast().segment.hourStart()));
    }

    /** The tenant's hours alone, for whom the rest is computed from them. */
    void writeHours(Rollup rollup) throws SQLException {
        addHours(sums(rollup));
        raiseHours(peaks(rollup));
    }

    private static List<List<Slot>> sums(Rollup rollup) {
        return rollup.linesOf(
                aggregation -> aggregation != Aggregation.PEAK && aggregation != Aggregation.DISTRIBUTION);
    }

    private static List<List<Slot>> peaks(Rollup rollup) {
        return rollup.linesOf(aggregation -> aggregation == Aggregation.PEAK);
    }

    private void addHours(List<List<Slot>> lines) throws SQLException {
        var rows = new UsageRows(connection, Table.HOURS);
        var sum = new ExactSum();
        for (var slots : lines) {
            begin(rows, slots);
            for (var from = 0; from < slots.size(); ) {
                var first = slots.get(from);
                var hour = first.segment.hourStart();
                sum.clear();
                for (; from < slots.size() && slots.get(from).segment.hourStart() == hour; from++) {
                    sum.add(slots.get(from).sum());
                }
                if (hour >= hoursFrom && (!sum.isZero() || !first.key.isWritten(hour))) {
                    rows.add(hour / 1_000, sum.toDecimal(first.key.scale));
                }
            }
        }
        rows.flush();
    }

    private void raiseHours(List<List<Slot>> lines) throws SQLException {
        var rows = new UsageRows(connection, Table.HOUR_PEAKS);
        for (var slots : lines) {
            begin(rows, slots);
            for (var from = 0; from < slots.size(); ) {
                var hour = slots.get(from).segment.hourStart();
                var peak = slots.get(from).quantity();
                for (; from < slots.size() && slots.get(from).segment.hourStart() == hour; from++) {
                    peak = peak.max(slots.get(from).quantity());
                }
                if (hour >= hoursFrom) {
                    rows.add(hour / 1_000, peak);
                }
            }
        }
        rows.flush();
    }

    private void addDays(List<List<Slot>> lines) throws SQLException {
        var rows = new UsageRows(connection, Table.DAYS);
        for (var slots : lines) {
            var days = new TreeMap<Long, ExactSum>();
            for (var slot : slots) {
                if (adds(slot)) {
                    days.computeIfAbsent(slot.segment.epochDay(), _ -> new ExactSum())
                            .add(slot.sum());
                }
            }
            begin(rows, slots);
            for (var day : days.entrySet()) {
                rows.add(day.getKey(), day.getValue().toDecimal(slots.getFirst().key.scale));
            }
        }
        rows.flush();
    }

    private void raiseDays(List<List<Slot>> lines) throws SQLException {
        var rows = new UsageRows(connection, Table.DAY_PEAKS);
        for (var slots : lines) {
            var days = new TreeMap<Long, BigDecimal>();
            slots.forEach(slot -> days.merge(slot.segment.epochDay(), slot.quantity(), BigDecimal::max));
            begin(rows, slots);
            days.forEach(rows::add);
        }
        rows.flush();
    }

    private void noteDays(List<List<Slot>> sums, List<List<Slot>> peaks) throws SQLException {
        var days = new HashSet<ChangedDays.Day>();
        for (var lines : List.of(sums, peaks)) {
            for (var slots : lines) {
                var tenant = slots.getFirst().key.id.tenant().tenant().value();
                var last = Long.MIN_VALUE;
                for (var slot : slots) {
                    if (slot.segment.epochDay() != last) {
                        last = slot.segment.epochDay();
                        days.add(new ChangedDays.Day(tenant, last));
                    }
                }
            }
        }
        new ChangedDays(connection).note(days);
    }

    private void addToPlatform(List<List<Slot>> lines) throws SQLException {
        var ofPlatform = new HashMap<PlatformLine, Map<Long, ExactSum>>();
        var scales = new HashMap<String, Integer>();
        for (var slots : lines) {
            var key = slots.getFirst().key;
            var dimensions = key.platformDimensions;
            if (dimensions == null) {
                continue;
            }
            scales.put(key.id.meter(), key.scale);
            var hours = ofPlatform.computeIfAbsent(new PlatformLine(key.id.meter(), dimensions), _ -> new TreeMap<>());
            for (var slot : slots) {
                if (adds(slot)) {
                    hours.computeIfAbsent(slot.segment.utcHour(), _ -> new ExactSum())
                            .add(slot.sum());
                }
            }
        }
        var rows = new UsageRows(connection, Table.PLATFORM);
        for (var line : ofPlatform.entrySet()) {
            var meter = line.getKey().meter;
            rows.line(Integer.toString(shard), meter, line.getKey().dimensions);
            line.getValue()
                    .forEach((hour, sum) -> rows.add(hour / 1_000, sum.toDecimal(scales.getOrDefault(meter, 0))));
        }
        rows.flush();
    }

    /** Whether there is anything to say: a row of nothing is written once, so that pages know that it was measured. */
    private static boolean adds(Slot slot) {
        return !slot.sum().isZero() || !slot.key.isWritten(slot.segment.hourStart());
    }

    private static void begin(UsageRows rows, List<Slot> slots) throws SQLException {
        var id = slots.getFirst().key.id;
        rows.line(id.tenant().tenant().value(), id.meter(), id.dimensions());
    }
}
