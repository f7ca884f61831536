package io.tenantlens.api.fold;

import io.quarkus.scheduler.Scheduled;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Roles;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/**
 * Keeps the storage of usage in order: partitions ahead, blocks of closed hours packed together, the log emptied, and dropped what is
 * kept no longer. All steps are idempotent; one instance at a time does them.
 */
@Singleton
public class UsageMaintenance {

    private static final Logger LOG = Logger.getLogger(UsageMaintenance.class);
    private static final int LOCK = 0x7107;
    private static final int MONTHS_AHEAD = 2;

    private final WorkerDatabase database;
    private final Partitions partitions;
    private final Retention retention;
    private final Roles roles;
    private final Clock clock;

    @Inject
    UsageMaintenance(WorkerDatabase database, Partitions partitions, Retention retention, Roles roles) {
        this(database, partitions, retention, roles, Clock.systemUTC());
    }

    UsageMaintenance(WorkerDatabase database, Partitions partitions, Retention retention, Roles roles, Clock clock) {
        this.database = database;
        this.partitions = partitions;
        this.retention = retention;
        this.roles = roles;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (roles.works()) {
            maintain();
        }
    }

    /** Does what is due, unless another instance is at it. */
    void maintain() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        partitions.ensure(today, today.plusMonths(MONTHS_AHEAD), Retention.Kept.ALL);
        database.useTransactionAlone(LOCK, _ -> {
            var packed = new Compaction(database, clock).packClosedHours();
            var emptied = emptyLog();
            // last, as the dropped tables stay locked until this transaction ends
            var dropped = dropOld("sample_blocks", retention.samplesDroppedBefore())
                    + dropOld("usage_hour", retention.hoursDroppedBefore())
                    + dropOld("histogram_hour", retention.hoursDroppedBefore());
            LOG.debugf("dropped %d partitions, packed %d hours, emptied %d log slots", dropped, packed, emptied);
        });
    }

    private int dropOld(String table, LocalDate before) {
        var dropped =
                database.inTransaction(handle -> handle.select("SELECT drop_month_partitions(?, ?)", table, before)
                        .mapTo(Integer.class)
                        .one());
        if (dropped > 0) {
            partitions.forget();
        }
        return dropped;
    }

    private int emptyLog() {
        return database.inTransaction(handle -> handle.select("SELECT empty_folded_log_slots()")
                .mapTo(Integer.class)
                .one());
    }
}
