package io.tenantlens.api.audit;

import io.tenantlens.api.access.Actor;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.access.TenantScope;
import io.tenantlens.cost.tenant.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be remembered of an action.
 *
 * @param action what was done, such as {@code api-token.created}
 * @param detail what it was done to; never a secret and never personal data, for it can not be erased
 */
public record AuditEntry(Actor actor, String action, Optional<TenantId> tenant, SortedMap<String, String> detail) {

    public static AuditEntry of(TenantScope scope, String action, Map<String, String> detail) {
        return new AuditEntry(scope.actor(), action, Optional.of(scope.tenant()), new TreeMap<>(detail));
    }

    public static AuditEntry of(StaffScope scope, String action, Map<String, String> detail) {
        return new AuditEntry(scope.actor(), action, Optional.empty(), new TreeMap<>(detail));
    }

    /** The same, about one tenant. */
    public AuditEntry about(TenantId about) {
        return new AuditEntry(actor, action, Optional.of(about), detail);
    }
}
