package io.tenantlens.api.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tenantlens.api.access.Actor;
import io.tenantlens.api.access.StaffEntered;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Remembers which member of staff looked at which tenant or area, once an hour. */
@Singleton
class StaffReads {

    private record Visit(Actor actor, String action, Optional<TenantId> tenant, Instant hour) {}

    private final WorkerDatabase database;
    private final AuditTrail trail;
    private final Clock clock;
    private final Cache<Visit, Boolean> remembered = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    @Inject
    StaffReads(WorkerDatabase database, AuditTrail trail, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    void remember(@Observes StaffEntered entered) {
        var action = entered.tenant().isPresent()
                ? "view-as-tenant"
                : "staff-read." + entered.area().key();
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        var visit = new Visit(entered.actor(), action, entered.tenant(), hour);
        if (remembered.getIfPresent(visit) != null) {
            return;
        }
        database.useTransaction(handle -> {
            if (!isRecorded(handle, visit)) {
                trail.record(handle, new AuditEntry(visit.actor(), action, visit.tenant(), new TreeMap<>(Map.of())));
            }
        });
        remembered.put(visit, true);
    }

    /** Another instance may have remembered it. */
    private static boolean isRecorded(Handle handle, Visit visit) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT FROM audit_records r JOIN audit_subjects s USING (subject_id)
                        WHERE s.issuer = :issuer AND s.subject = :subject AND r.action = :action AND r.at >= :hour
                          AND r.tenant_id IS NOT DISTINCT FROM :tenant)""")
                .bind("issuer", visit.actor().issuer())
                .bind("subject", visit.actor().subject())
                .bind("action", visit.action())
                .bind("hour", visit.hour())
                .bind("tenant", visit.tenant().map(TenantId::value).orElse(null))
                .mapTo(Boolean.class)
                .one();
    }
}
