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

    static final List<String> TABLES =
            List.of("sample_blocks", "usage_hour", "usage_day", "histogram_hour", "histogram_day");

    private final WorkerDatabase database;
    private final Set<YearMonth> present = ConcurrentHashMap.newKeySet();

    @Inject
    Partitions(WorkerDatabase database) {
        this.database = database;
    }

    /** In a transaction of its own: creating a partition locks its parent until the end of the transaction. */
    void ensure(LocalDate first, LocalDate last) {
        var end = YearMonth.from(last);
        for (var month = YearMonth.from(first); !month.isAfter(end); month = month.plusMonths(1)) {
            if (!present.contains(month)) {
                create(month);
                present.add(month);
            }
        }
    }

    /** Looks again: another instance may have dropped some. */
    void forget() {
        present.clear();
    }

    private void create(YearMonth month) {
        database.useTransaction(handle -> {
            for (var table : TABLES) {
                handle.select("SELECT ensure_month_partitions(?, ?, ?)::text", table, month.atDay(1), month.atDay(1))
                        .mapTo(String.class)
                        .list();
            }
        });
    }
}
