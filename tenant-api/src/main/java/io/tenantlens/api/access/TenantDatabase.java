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

    /** Whose transaction the thread is in. */
    private final ScopedValue<TenantScope> running = ScopedValue.newInstance();

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
     *
     * <p>Work inside of other work joins its transaction, so that a page which asks several services is one transaction and
     * shows one state of the data.
     *
     * @throws IllegalStateException if the transaction to join is another tenant's, or may not change what this one may
     */
    public <T, X extends Exception> T inTransaction(TenantScope scope, HandleCallback<T, X> work) throws X {
        if (running.isBound()) {
            requireSame(running.get(), scope);
            return jdbi.inTransaction(work);
        }
        return ScopedValue.where(running, scope)
                .call(() -> jdbi.inTransaction(handle -> {
                    enter(handle, scope.tenant(), scope.mayChange());
                    return work.withHandle(handle);
                }));
    }

    /** Asks as the tenant itself, so that even this look-up sees no other tenant; joins no transaction, which may be another's. */
    boolean exists(TenantId tenant) {
        try (var own = jdbi.open()) {
            return own.inTransaction(handle -> {
                enter(handle, tenant, false);
                return handle.createQuery("SELECT EXISTS (SELECT FROM tenants WHERE tenant_id = current_tenant())")
                        .mapTo(Boolean.class)
                        .one();
            });
        }
    }

    /** Both settings end with the transaction. */
    private static void enter(Handle handle, TenantId tenant, boolean mayChange) {
        handle.select(
                        "SELECT set_config('app.tenant_id', ?, true), set_config('transaction_read_only', ?, true)",
                        tenant.value(),
                        mayChange ? "off" : "on")
                .mapTo(String.class)
                .one();
    }

    private static void requireSame(TenantScope running, TenantScope joining) {
        if (!joining.tenant().equals(running.tenant()) || (joining.mayChange() && !running.mayChange())) {
            throw new IllegalStateException("a transaction of " + running.tenant() + " cannot go on for "
                    + joining.tenant() + (joining.mayChange() ? " with changes" : ""));
        }
    }
}
