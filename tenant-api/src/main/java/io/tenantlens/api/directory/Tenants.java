package io.tenantlens.api.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.access.TenantScope;
import io.tenantlens.api.audit.AuditEntry;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The register, at most five seconds old. */
@Singleton
public class Tenants {

    private static final String REGISTER = "register";

    private final WorkerDatabase worker;
    private final StaffDatabase staff;
    private final AuditTrail trail;

    /** The whole register at once: whoever asks for names that do not exist then costs no query each. */
    private final Cache<String, SortedMap<TenantId, Tenant>> known =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(5)).build();

    @Inject
    Tenants(WorkerDatabase worker, StaffDatabase staff, AuditTrail trail) {
        this.worker = worker;
        this.staff = staff;
        this.trail = trail;
    }

    /** For ingest and jobs. What a person sees needs a scope. */
    public Optional<Tenant> find(TenantId id) {
        return Optional.ofNullable(snapshot().get(id));
    }

    /** The tenant whose pages or data are open. */
    public Tenant of(TenantScope scope) {
        return find(scope.tenant()).orElseGet(() -> {
            forget();
            return find(scope.tenant())
                    .orElseThrow(() -> new IllegalStateException("no such tenant: " + scope.tenant()));
        });
    }

    /** All tenants by slug, for staff. */
    @SuppressWarnings("unused") // the scope is the entitlement
    public List<Tenant> all(StaffScope scope) {
        return List.copyOf(snapshot().values());
    }

    /** Adds tenants and replaces those that are registered already, all or none. */
    public void register(StaffScope scope, Collection<Tenant> tenants) {
        staff.inTransaction(scope, handle -> {
            TenantRows.store(handle, tenants);
            var slugs =
                    tenants.stream().map(tenant -> tenant.id().value()).sorted().toList();
            var entry = AuditEntry.of(
                    scope,
                    "tenant.registered",
                    Map.of("count", String.valueOf(slugs.size()), "first", slugs.getFirst()));
            trail.record(handle, slugs.size() == 1 ? entry.about(new TenantId(slugs.getFirst())) : entry);
            return slugs.size();
        });
        forget();
    }

    private void forget() {
        known.invalidateAll();
    }

    private SortedMap<TenantId, Tenant> snapshot() {
        return known.get(
                REGISTER,
                _ -> worker.inTransaction(TenantRows::all).stream()
                        .collect(Collectors.toMap(Tenant::id, tenant -> tenant, (one, _) -> one, TreeMap::new)));
    }
}
