package io.tenantlens.api.access;

import io.agroal.api.AgroalDataSource;
import io.tenantlens.api.database.Databases;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** Transactions that see one tenant's rows and no others. */
@Singleton
public class TenantDatabase {

    private final Jdbi jdbi;

    @Inject
    TenantDatabase(AgroalDataSource dataSource) {
        this(Databases.jdbi(dataSource));
    }

    /** For programs without injection, such as tests. */
    public TenantDatabase(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The tenant is set for the transaction alone: a pooled connection must not carry it into the next request. A scope
     * that may not change anything gets a transaction that cannot.
     */
    public <T, X extends Exception> T inTransaction(TenantScope scope, HandleCallback<T, X> work) throws X {
        return jdbi.inTransaction(handle -> {
            enter(handle, scope.tenant());
            if (!scope.mayChange()) {
                handle.execute("SET TRANSACTION READ ONLY");
            }
            return work.withHandle(handle);
        });
    }

    /** Asks as the tenant itself, so that even this look-up sees no other tenant. */
    boolean exists(TenantId tenant) {
        return jdbi.inTransaction(handle -> {
            enter(handle, tenant);
            return handle.createQuery("SELECT EXISTS (SELECT FROM tenants WHERE tenant_id = current_tenant())")
                    .mapTo(Boolean.class)
                    .one();
        });
    }

    private static void enter(Handle handle, TenantId tenant) {
        handle.select("SELECT set_config('app.tenant_id', ?, true)", tenant.value())
                .mapTo(String.class)
                .one();
    }
}
