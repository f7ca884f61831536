package io.tenantlens.api.alert.intake;

import io.tenantlens.api.alert.AlertSources;
import io.tenantlens.api.alert.StoredAlert;
import io.tenantlens.api.database.WorkerDatabase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Takes in what Alertmanager tells: each alert by itself, in one transaction with what follows from it. */
@Singleton
public class AlertIntake {

    private static final Logger LOG = Logger.getLogger(AlertIntake.class);

    /** A part of a message that could not be read, as it would be read again. */
    record Poison(String payload, String reason) {}

    /** A message taken apart. */
    record Parts(List<ReportedAlert> alerts, List<Poison> poison) {

        Parts {
            alerts = List.copyOf(alerts);
            poison = List.copyOf(poison);
        }
    }

    private final WorkerDatabase database;
    private final AlertsConfig config;
    private final Event<AlertNews> news;
    private final Clock clock;

    @Inject
    AlertIntake(WorkerDatabase database, AlertsConfig config, Event<AlertNews> news, Clock clock) {
        this.database = database;
        this.config = config;
        this.news = news;
        this.clock = clock;
    }

    /** A message of the webhook. What cannot be read is kept; only a database that is away makes this fail. */
    Intake take(byte[] body) {
        var now = clock.instant();
        var parts = read(new String(body, StandardCharsets.UTF_8), now);
        database.useTransaction(handle -> {
            store(handle, parts.alerts(), now);
            parts.poison().forEach(poison -> DeadLetters.keep(handle, poison.payload(), poison.reason(), now));
            AlertSources.answered(handle, AlertSources.WEBHOOK, now);
        });
        parts.poison().forEach(poison -> LOG.warnf("kept an alert message that cannot be read: %s", poison.reason()));
        return new Intake(parts.alerts().size(), parts.poison().size());
    }

    /** Those known already change nothing. */
    void store(Handle handle, Collection<ReportedAlert> alerts, Instant receivedAt) {
        if (!alerts.isEmpty()) {
            var fresh = AlertStore.store(handle, alerts, receivedAt, config.lateWithin());
            fresh.forEach(alert -> news.fire(new AlertNews(handle, alert, receivedAt)));
        }
    }

    Parts read(String body, Instant receivedAt) {
        var alerts = new ArrayList<ReportedAlert>();
        var poison = new ArrayList<Poison>();
        try {
            for (var alert : WebhookReader.alerts(body)) {
                try {
                    alerts.add(WebhookReader.alert(alert, receivedAt));
                } catch (PoisonException e) {
                    poison.add(new Poison(WebhookReader.message(alert), e.reason()));
                }
            }
        } catch (PoisonException e) {
            poison.add(new Poison(body, e.reason()));
        }
        return new Parts(alerts, poison);
    }

    /** Ends alerts that Alertmanager no longer has and whose end it never told. */
    void endForgotten(Handle handle, Collection<StoredAlert> forgotten, Instant at) {
        if (!forgotten.isEmpty()) {
            var ended = AlertStore.end(handle, forgotten, at.atOffset(ZoneOffset.UTC));
            ended.forEach(alert -> news.fire(new AlertNews(handle, alert, at)));
        }
    }
}
