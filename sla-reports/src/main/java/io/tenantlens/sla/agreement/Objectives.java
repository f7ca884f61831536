package io.tenantlens.sla.agreement;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.audit.AuditEntry;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.problem.FieldError;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The versions of all objectives, for staff. */
@Singleton
public class Objectives {

    /** Where a day begins first. */
    private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

    private final StaffDatabase database;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public Objectives(StaffDatabase database, AuditTrail trail, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /** The first day that a new version may apply to. */
    public LocalDate firstPossibleDay() {
        return LocalDate.ofInstant(clock.instant(), EASTERNMOST).plusDays(1);
    }

    /** All versions that were ever in force or will be: tiers first, then tenants, each from the newest. */
    public List<ObjectiveVersion> versions(StaffScope scope) {
        return database.inTransaction(scope, ObjectiveTable::all);
    }

    /** Sets versions, all of them or none; errors say which fields are wrong. Empty means that they are set. */
    public List<FieldError> set(StaffScope scope, List<ObjectiveDraft> drafts) {
        var errors = new ArrayList<FieldError>();
        var versions = new ArrayList<ObjectiveVersion>();
        for (int i = 0; i < drafts.size(); i++) {
            var reader = new DraftReader(firstPossibleDay());
            reader.read(drafts.get(i)).ifPresent(versions::add);
            var prefix = drafts.size() == 1 ? "" : "/" + i;
            reader.errors().forEach(error -> errors.add(new FieldError(prefix + error.pointer(), error.detail())));
        }
        return errors.isEmpty() ? store(scope, versions) : errors;
    }

    private List<FieldError> store(StaffScope scope, List<ObjectiveVersion> versions) {
        return database.inTransaction(scope, handle -> {
            var unknown = unknownTenants(handle, versions);
            if (unknown.isEmpty()) {
                versions.forEach(version -> ObjectiveTable.insert(handle, version, clock.instant()));
                versions.forEach(version -> trail.record(handle, entry(scope, version)));
            }
            return unknown;
        });
    }

    private static List<FieldError> unknownTenants(Handle handle, List<ObjectiveVersion> versions) {
        return versions.stream()
                .map(ObjectiveVersion::holder)
                .filter(holder -> holder instanceof Holder.OfTenant(TenantId tenant) && !exists(handle, tenant))
                .map(holder -> new FieldError("/holder", "There is no tenant " + holder.key() + "."))
                .toList();
    }

    private static boolean exists(Handle handle, TenantId tenant) {
        return handle.select("SELECT EXISTS (SELECT FROM tenants WHERE tenant_id = ?)", tenant.value())
                .mapTo(Boolean.class)
                .one();
    }

    private static AuditEntry entry(StaffScope scope, ObjectiveVersion version) {
        var objective = version.promise().objective();
        var entry = AuditEntry.of(
                scope,
                "objective.set",
                Map.of(
                        "holder", version.holder().key(),
                        "from", version.from().toString(),
                        "availability", objective.availability().percent().toPlainString()));
        return version.holder() instanceof Holder.OfTenant(TenantId tenant) ? entry.about(tenant) : entry;
    }
}
