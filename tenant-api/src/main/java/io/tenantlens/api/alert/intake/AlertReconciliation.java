package io.tenantlens.api.alert.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.scheduler.Scheduled;
import io.tenantlens.api.alert.AlertSources;
import io.tenantlens.api.alert.StoredAlert;
import io.tenantlens.api.alertmanager.Alertmanager;
import io.tenantlens.api.alertmanager.AlertmanagerUnavailableException;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.api.instance.Roles;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Compares what we hold as on with what Alertmanager holds, since messages get lost: Alertmanager forgets its alerts when it is
 * restarted and then never tells their end. It is also how alerts that no route brings here, because they name no tenant, get
 * into the history for staff. One instance at a time does it; doing it twice changes nothing.
 */
@Singleton
public class AlertReconciliation {

    private static final Logger LOG = Logger.getLogger(AlertReconciliation.class);
    private static final int LOCK = 0x7170;

    /** Prometheus repeats what is on once a minute: after this long a fresh Alertmanager knows all of it. */
    private static final Duration WARMED_UP = Duration.ofMinutes(5);

    /** A message may be under way. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    private final Alertmanager alertmanager;
    private final AlertIntake intake;
    private final WorkerDatabase database;
    private final Roles roles;
    private final Clock clock;

    @Inject
    AlertReconciliation(
            Alertmanager alertmanager, AlertIntake intake, WorkerDatabase database, Roles roles, Clock clock) {
        this.alertmanager = alertmanager;
        this.intake = intake;
        this.database = database;
        this.roles = roles;
        this.clock = clock;
    }

    @Scheduled(
            every = "${tenantlens.alerts.compare-every:30s}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (roles.works() && alertmanager.isConfigured()) {
            reconcile();
        }
    }

    /** What is on at Alertmanager is on here, and what it no longer has is over. */
    public void reconcile() {
        var now = clock.instant();
        try {
            var held = alertmanager.alerts();
            var warm = alertmanager.startedAt().plus(WARMED_UP).isBefore(now);
            database.useTransactionAlone(LOCK, handle -> {
                intake.store(handle, readable(held), now);
                if (warm) {
                    intake.endForgotten(handle, forgotten(handle, held, now), now);
                }
                AlertStore.markSilenced(handle, suppressed(held));
                AlertSources.answered(handle, AlertSources.ALERTMANAGER, now);
            });
        } catch (AlertmanagerUnavailableException e) {
            LOG.warnf("cannot compare alerts: %s", e.getMessage());
            database.useTransaction(
                    handle -> AlertSources.failed(handle, AlertSources.ALERTMANAGER, String.valueOf(e.getMessage())));
        }
    }

    private static List<ReportedAlert> readable(List<JsonNode> held) {
        var alerts = new ArrayList<ReportedAlert>();
        for (var alert : held) {
            try {
                if (!isSuppressed(alert)) {
                    alerts.add(WebhookReader.heldAlert(alert));
                }
            } catch (PoisonException e) {
                LOG.warnf("Alertmanager holds an alert that cannot be read: %s", e.reason());
            }
        }
        return alerts;
    }

    private static List<StoredAlert> forgotten(Handle handle, List<JsonNode> held, Instant now) {
        var known = fingerprints(held);
        return AlertStore.active(handle, now.minus(GRACE)).stream()
                .filter(alert -> !known.contains(alert.fingerprint()))
                .toList();
    }

    private static Set<String> suppressed(List<JsonNode> held) {
        return fingerprints(
                held.stream().filter(AlertReconciliation::isSuppressed).toList());
    }

    private static Set<String> fingerprints(List<JsonNode> alerts) {
        var fingerprints = new HashSet<String>();
        alerts.forEach(alert -> fingerprints.add(alert.path("fingerprint").asText()));
        return fingerprints;
    }

    private static boolean isSuppressed(JsonNode alert) {
        return alert.at("/status/state").asText().equals("suppressed");
    }
}
