package io.tenantlens.api.directory;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** How staff find tenants among thousands, each with what its last week was like. */
@Singleton
public class TenantDirectory {

    private final StaffDatabase database;

    @Inject
    public TenantDirectory(StaffDatabase database) {
        this.database = database;
    }

    public Optional<TenantActivity> find(StaffScope scope, TenantId tenant) {
        return database.inTransaction(scope, handle -> new DirectoryQueries(handle).activity(tenant));
    }

    public TenantPage search(StaffScope scope, TenantSearch search) {
        return database.inTransaction(scope, handle -> new DirectoryQueries(handle).search(search));
    }
}
