package io.tenantlens.api.insight.internal;

import io.quarkus.scheduler.Scheduled;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Roles;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Brings the figures of staff pages up to date, one instance at a time. Each step is idempotent. */
@Singleton
public class InsightRefresh {

    private static final int LOCK = 0x1A51;

    private final WorkerDatabase database;
    private final Roles roles;
    private final Clock clock;

    @Inject
    public InsightRefresh(WorkerDatabase database, Roles roles, Clock clock) {
        this.database = database;
        this.roles = roles;
        this.clock = clock;
    }

    @Scheduled(
            every = "${tenantlens.insight.every:30s}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (roles.works()) {
            refresh();
        }
    }

    @Scheduled(
            every = "${tenantlens.insight.activity-every:5m}",
            delayed = "40s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void scoreNow() {
        if (roles.works()) {
            score();
        }
    }

    /** Scores all active tenants, unless another instance is at it. */
    public void score() {
        database.useTransactionAlone(LOCK, handle -> TenantActivities.store(handle, clock.instant()));
    }

    /** Reads all that changed since the last time, unless another instance is at it. */
    public void refresh() {
        database.useTransactionAlone(LOCK, handle -> {
            new TenantDays(handle).readRecent();
            RevenueSpans.store(handle, clock.instant());
        });
        int looked;
        do {
            looked = database.inTransaction(handle -> new TenantDays(handle).readChanged());
        } while (TenantDays.more(looked));
    }
}
