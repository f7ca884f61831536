package io.tenantlens.api.billing.invoice;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** A tenant's issued documents. */
@Singleton
public class Invoices {

    private final TenantDatabase database;

    @Inject
    public Invoices(TenantDatabase database) {
        this.database = database;
    }

    /** The newest month first. */
    public List<InvoiceHead> of(TenantScope scope) {
        return database.inTransaction(scope, handle -> new InvoiceRows(handle).of(scope.tenant()));
    }

    /** Empty where there is none of this id or it is a draft. */
    public Optional<Invoice> find(TenantScope scope, String id) {
        return database.inTransaction(scope, handle -> new InvoiceRows(handle).find(scope.tenant(), id));
    }
}
