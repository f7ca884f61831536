package io.tenantlens.api.billing.subscription;

import io.quarkus.scheduler.Scheduled;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Roles;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** Brings plan and status of each tenant in the register to what its subscription says since midnight in its zone. Idempotent. */
@Singleton
public class RegisterFollows {

    private static final int LOCK = 0x7180;

    private final WorkerDatabase database;
    private final Roles roles;
    private final Clock clock;

    @Inject
    public RegisterFollows(WorkerDatabase database, Roles roles, Clock clock) {
        this.database = database;
        this.roles = roles;
        this.clock = clock;
    }

    @Scheduled(every = "5m", delayed = "40s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (roles.works()) {
            follow();
        }
    }

    /** Unless another instance is at it. */
    public void follow() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        database.useTransactionAlone(LOCK, handle -> new SubscriptionRows(handle).followAll(now));
    }
}
