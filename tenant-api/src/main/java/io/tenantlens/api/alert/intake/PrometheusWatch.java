package io.tenantlens.api.alert.intake;

import io.quarkus.scheduler.Scheduled;
import io.tenantlens.api.alert.AlertSources;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Roles;
import io.tenantlens.api.prometheus.Prometheus;
import io.tenantlens.api.prometheus.PrometheusUnavailableException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Notes whether Prometheus answers: while it does not, no rule is evaluated, and "no alert" means nothing. */
@Singleton
class PrometheusWatch {

    private final Prometheus prometheus;
    private final WorkerDatabase database;
    private final Roles roles;
    private final Clock clock;

    @Inject
    PrometheusWatch(Prometheus prometheus, WorkerDatabase database, Roles roles, Clock clock) {
        this.prometheus = prometheus;
        this.database = database;
        this.roles = roles;
        this.clock = clock;
    }

    @Scheduled(
            every = "${tenantlens.alerts.compare-every:30s}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (roles.works() && prometheus.isConfigured()) {
            look();
        }
    }

    void look() {
        try {
            prometheus.ask();
            database.useTransaction(handle -> AlertSources.answered(handle, AlertSources.PROMETHEUS, clock.instant()));
        } catch (PrometheusUnavailableException e) {
            database.useTransaction(
                    handle -> AlertSources.failed(handle, AlertSources.PROMETHEUS, String.valueOf(e.getMessage())));
        }
    }
}
