package io.tenantlens.api.access;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.tenantlens.api.database.Databases;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** Transactions of staff, who see the rows of all tenants. */
@Singleton
public class StaffDatabase {

    private final Jdbi jdbi;

    @Inject
    StaffDatabase(@DataSource("staff") AgroalDataSource dataSource) {
        this(Databases.jdbi(dataSource));
    }

    /** For programs without injection, such as tests. */
    public StaffDatabase(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The scope is what entitles the caller to this login. It filters nothing, but without the right to change nothing changes. */
    public <T, X extends Exception> T inTransaction(StaffScope scope, HandleCallback<T, X> work) throws X {
        return jdbi.inTransaction(handle -> {
            if (!scope.mayChange()) {
                handle.execute("SET TRANSACTION READ ONLY");
            }
            return work.withHandle(handle);
        });
    }
}
