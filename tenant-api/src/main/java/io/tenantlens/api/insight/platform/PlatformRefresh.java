package io.tenantlens.api.insight.platform;

import io.quarkus.scheduler.Scheduled;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Roles;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Keeps what the pages about the platform would take too long to read, one instance at a time. Each step is idempotent. */
@Singleton
public class PlatformRefresh {

    private static final int LATENCY_LOCK = 0x7182;
    private static final int SERIES_LOCK = 0x7183;

    private final WorkerDatabase database;
    private final Roles roles;
    private final Clock clock;

    @Inject
    public PlatformRefresh(WorkerDatabase database, Roles roles, Clock clock) {
        this.database = database;
        this.roles = roles;
        this.clock = clock;
    }

    @Scheduled(every = "1m", delayed = "25s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void mergeNow() {
        if (roles.works()) {
            mergeLatencies();
        }
    }

    @Scheduled(every = "5m", delayed = "45s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void countNow() {
        if (roles.works()) {
            countSeries();
        }
    }

    /** The distributions of the last two days' hours that changed. */
    public void mergeLatencies() {
        database.useTransactionAlone(LATENCY_LOCK, handle -> new LatencyHours(handle).merge(clock.instant()));
    }

    public void countSeries() {
        database.useTransactionAlone(SERIES_LOCK, handle -> {
            handle.execute("DELETE FROM series_counts");
            handle.execute("INSERT INTO series_counts SELECT metric, kind, count(*), count(DISTINCT tenant_id),"
                    + " max(created_at) FROM series GROUP BY metric, kind");
        });
    }
}
