package io.tenantlens.api.ingest.admission;

import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tenants that exist, at most five seconds old.
 *
 * <p>All at once: a sender that makes names up then costs no query each and fills no cache.
 */
@Singleton
public class KnownTenants {

    private static final Duration MAX_AGE = Duration.ofSeconds(5);

    private record Snapshot(Instant takenAt, Map<String, TenantId> tenants) {}

    private final WorkerDatabase database;
    private final Clock clock;
    private volatile @Nullable Snapshot latest;

    @Inject
    KnownTenants(WorkerDatabase database) {
        this(database, Clock.systemUTC());
    }

    /** For programs without injection, such as tests. */
    public KnownTenants(WorkerDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The tenant of this name, or null if there is none. */
    public @Nullable TenantId find(String name) {
        return snapshot().tenants.get(name);
    }

    private Snapshot snapshot() {
        var known = latest;
        return known != null && isFresh(known) ? known : refresh();
    }

    private boolean isFresh(Snapshot snapshot) {
        return clock.instant().isBefore(snapshot.takenAt.plus(MAX_AGE));
    }

    private synchronized Snapshot refresh() {
        var known = latest;
        if (known != null && isFresh(known)) {
            return known; // another thread was faster
        }
        var takenAt = clock.instant();
        var tenants = new HashMap<String, TenantId>();
        tenants.put(TenantId.PLATFORM.value(), TenantId.PLATFORM);
        database.useTransaction(handle -> handle.createQuery("SELECT tenant_id FROM tenants")
                .mapTo(String.class)
                .forEach(name -> tenants.put(name, new TenantId(name))));
        var fresh = new Snapshot(takenAt, tenants);
        latest = fresh;
        return fresh;
    }
}
