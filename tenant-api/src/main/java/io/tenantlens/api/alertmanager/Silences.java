package io.tenantlens.api.alertmanager;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.alertmanager.Silence.Matcher;
import io.tenantlens.api.audit.AuditEntry;
import io.tenantlens.api.audit.AuditTrail;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Silences by staff. Alertmanager keeps them; the audit trail keeps who made and ended them. */
@Singleton
public class Silences {

    private final Alertmanager alertmanager;
    private final StaffDatabase database;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    Silences(Alertmanager alertmanager, StaffDatabase database, AuditTrail trail, Clock clock) {
        this.alertmanager = alertmanager;
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether there is an Alertmanager to keep them. */
    public boolean areKept() {
        return alertmanager.isConfigured();
    }

    /**
     * Holds alerts that match back from now on.
     *
     * @throws AlertmanagerUnavailableException if Alertmanager did not take it
     */
    public String create(StaffScope scope, List<Matcher> matchers, Duration length, String reason) {
        var now = clock.instant();
        var id = alertmanager.create(matchers, scope.actor().displayName(), reason, now, now.plus(length));
        record(
                scope,
                "silence.created",
                Map.of(
                        "silence",
                        id,
                        "matchers",
                        matchers.stream().map(Matcher::toString).collect(Collectors.joining(", ")),
                        "hours",
                        String.valueOf(length.toHours()),
                        "reason",
                        reason));
        return id;
    }

    /**
     * Ends a silence before its time.
     *
     * @throws AlertmanagerUnavailableException if Alertmanager did not do it, for instance because there is none
     */
    public void expire(StaffScope scope, UUID id) {
        alertmanager.expire(id);
        record(scope, "silence.expired", Map.of("silence", id.toString()));
    }

    private void record(StaffScope scope, String action, Map<String, String> detail) {
        database.inTransaction(scope, handle -> {
            trail.record(handle, AuditEntry.of(scope, action, detail));
            return action;
        });
    }
}
