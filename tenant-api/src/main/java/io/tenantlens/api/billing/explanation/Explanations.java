package io.tenantlens.api.billing.explanation;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TenantScope;
import io.tenantlens.api.billing.invoice.InvoiceRows;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Explains lines of a tenant's issued invoices. */
@Singleton
public class Explanations {

    private final TenantDatabase database;

    @Inject
    public Explanations(TenantDatabase database) {
        this.database = database;
    }

    /** Empty where the tenant has no such issued invoice or the invoice no such line. */
    public Optional<Explanation> find(TenantScope scope, String invoiceId, int line) {
        return database.inTransaction(
                scope,
                handle -> new InvoiceRows(handle)
                        .find(scope.tenant(), invoiceId)
                        .flatMap(invoice -> invoice.line(line)
                                .map(found -> new ExplanationReader(handle).explain(invoice, found))));
    }
}
