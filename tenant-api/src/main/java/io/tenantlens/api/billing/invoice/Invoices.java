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

    /** What a page of bills shows, read at one instant. */
    public BillHistory history(TenantScope scope) {
        return database.inTransaction(scope, handle -> {
            var rows = new InvoiceRows(handle);
            var documents = rows.of(scope.tenant());
            var latest = documents.stream()
                    .filter(head -> head.kind() == DocumentKind.INVOICE && head.status() != InvoiceStatus.VOID)
                    .findFirst()
                    .flatMap(head -> rows.find(scope.tenant(), head.id()));
            return new BillHistory(documents, latest);
        });
    }

    /** Empty where there is none of this id or it is a draft. */
    public Optional<Invoice> find(TenantScope scope, String id) {
        return database.inTransaction(scope, handle -> new InvoiceRows(handle).find(scope.tenant(), id));
    }
}
