package io.tenantlens.sla.incident;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TenantScope;
import io.tenantlens.api.audit.AuditEntry;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.problem.FieldError;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.Period;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Incidents: all of them for staff, who annotate and publish them; the published ones for their tenants. */
@Singleton
public class Incidents {

    private static final int MOST_LISTED = 500;
    private static final int LONGEST_NOTE = 2000;

    private final StaffDatabase staff;
    private final TenantDatabase tenants;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public Incidents(StaffDatabase staff, TenantDatabase tenants, AuditTrail trail, Clock clock) {
        this.staff = staff;
        this.tenants = tenants;
        this.trail = trail;
        this.clock = clock;
    }

    /** What overlaps a period, of all tenants or of one, the latest first. */
    public List<Incident> during(StaffScope scope, Period period, Optional<TenantId> tenant) {
        return staff.inTransaction(scope, handle -> IncidentTable.during(handle, period, tenant, MOST_LISTED));
    }

    /** What was published to a tenant and overlaps a period, the latest first. */
    public List<Incident> published(TenantScope scope, Period period) {
        return tenants.inTransaction(
                scope, handle -> IncidentTable.during(handle, period, Optional.of(scope.tenant()), MOST_LISTED));
    }

    /** Writes to an incident and publishes it or takes it back. Errors say what is wrong; empty means done. */
    public List<FieldError> write(StaffScope scope, TenantId tenant, long id, String note, Visibility visibility) {
        if (note.length() > LONGEST_NOTE) {
            return List.of(new FieldError("/note", "Send at most " + LONGEST_NOTE + " characters."));
        }
        if (visibility == Visibility.TENANT && note.isBlank()) {
            return List.of(new FieldError("/note", "Say what happened before the tenant reads it."));
        }
        return staff.inTransaction(scope, handle -> {
            var written = IncidentTable.write(
                    handle,
                    tenant,
                    id,
                    note.isBlank() ? null : note.strip(),
                    visibility == Visibility.TENANT ? clock.instant() : null);
            if (!written) {
                return List.of(new FieldError("/incident", "There is no such incident any more."));
            }
            var detail = Map.of("incident", String.valueOf(id), "visible", visibility.name());
            trail.record(
                    handle, AuditEntry.of(scope, "incident.written", detail).about(tenant));
            return List.<FieldError>of();
        });
    }

    /** Who sees an incident. */
    public enum Visibility {
        STAFF,
        TENANT
    }
}
