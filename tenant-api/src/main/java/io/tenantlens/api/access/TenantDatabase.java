package io.tenantlens.api.access;

import io.agroal.api.AgroalDataSource;
import io.tenantlens.api.database.Databases;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
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

    /** The tenant is set for the transaction alone: a pooled connection must not carry it into the next request. */
    public <T, X extends Exception> T inTransaction(TenantScope scope, HandleCallback<T, X> work) throws X {
        return jdbi.inTransaction(handle -> {
            handle.select(
                            "SELECT set_config('app.tenant_id', ?, true)",
                            scope.tenant().value())
                    .mapTo(String.class)
                    .one();
            return work.withHandle(handle);
        });
    }
}
