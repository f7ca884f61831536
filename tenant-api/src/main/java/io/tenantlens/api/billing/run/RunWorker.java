package io.tenantlens.api.billing.run;

import io.quarkus.scheduler.Scheduled;
import io.tenantlens.api.instance.Roles;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Goes on with runs that nobody waits for any more. */
@Singleton
class RunWorker {

    private final RunEngine engine;
    private final Roles roles;

    @Inject
    RunWorker(RunEngine engine, Roles roles) {
        this.engine = engine;
        this.roles = roles;
    }

    @Scheduled(every = "10s", delayed = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void finish() {
        if (roles.works()) {
            engine.finishOpenRuns();
        }
    }
}
