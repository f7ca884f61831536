package io.tenantlens.api.fold;

import io.tenantlens.api.database.WorkerDatabase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Monthly partitions of all that grows with time: created ahead, and on demand where the past comes in. */
@Singleton
class Partitions {

    private static final List<String> BY_HOUR = List.of("usage_hour", "histogram_hour");
    private static final List<String> BY_DAY = List.of("usage_day", "histogram_day");

    private record Partition(String table, YearMonth month) {}

    private final WorkerDatabase database;
    private final Set<Partition> present = ConcurrentHashMap.newKeySet();

    @Inject
    Partitions(WorkerDatabase database) {
        this.database = database;
    }

    /** Those of a span of days that are kept: what retention would drop at once is not made. */
    void ensure(LocalDate first, LocalDate last, Retention.Kept kept) {
        ensure("sample_blocks", later(first, kept.samplesFrom()), last);
        BY_HOUR.forEach(table -> ensure(table, later(first, kept.hoursFrom()), last));
        BY_DAY.forEach(table -> ensure(table, first, last));
    }

    /** Looks again: another instance may have dropped some. */
    void forget() {
        present.clear();
    }

    private static LocalDate later(LocalDate day, long millis) {
        var from = LocalDate.ofEpochDay(Math.floorDiv(millis, 24 * Segment.HOUR));
        return from.isAfter(day) ? from : day;
    }

    private void ensure(String table, LocalDate first, LocalDate last) {
        var end = YearMonth.from(last);
        for (var month = YearMonth.from(first); !month.isAfter(end); month = month.plusMonths(1)) {
            var partition = new Partition(table, month);
            if (!present.contains(partition)) {
                create(partition);
                present.add(partition);
            }
        }
    }

    /** In a transaction of its own: creating a partition locks its parent until the end of the transaction. */
    private void create(Partition partition) {
        var day = partition.month.atDay(1);
        database.useTransaction(
                handle -> handle.select("SELECT ensure_month_partitions(?, ?, ?)::text", partition.table, day, day)
                        .mapTo(String.class)
                        .list());
    }
}
