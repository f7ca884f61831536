package io.tenantlens.api.audit;

import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The trail as staff read it. */
@Singleton
public class AuditQueries {

    /** So many records at most, whatever is asked for. */
    public static final int MOST = 500;

    private final StaffDatabase database;

    @Inject
    AuditQueries(StaffDatabase database) {
        this.database = database;
    }

    /** The newest records first; the next page starts before the last position of this one. */
    public List<AuditRecord> recent(StaffScope scope, Optional<TenantId> tenant, long beforePosition, int limit) {
        if (scope.area() != Area.AUDIT) {
            throw new IllegalArgumentException("the audit trail needs a scope for it, not for " + scope.area());
        }
        return database.inTransaction(
                scope,
                handle -> handle.createQuery("""
                        SELECT r.position, r.at, r.subject_id, coalesce(s.name, s.subject) AS actor_name, r.action, r.tenant_id, r.detail
                        FROM audit_records r LEFT JOIN audit_subjects s USING (subject_id)
                        WHERE r.position < :before AND (:tenant::text IS NULL OR r.tenant_id = :tenant)
                        ORDER BY r.position DESC LIMIT :limit""")
                        .bind("before", beforePosition)
                        .bind("tenant", tenant.map(TenantId::value).orElse(null))
                        .bind("limit", Math.clamp(limit, 1, MOST))
                        .map((row, _) -> new AuditRecord(
                                row.getLong("position"),
                                row.getTimestamp("at").toInstant(),
                                row.getObject("subject_id", UUID.class),
                                row.getString("actor_name"),
                                row.getString("action"),
                                row.getString("tenant_id"),
                                row.getString("detail")))
                        .list());
    }

    /** The newest records of all tenants. */
    public List<AuditRecord> recent(StaffScope scope, int limit) {
        return recent(scope, Optional.empty(), Long.MAX_VALUE, limit);
    }
}
