package io.tenantlens.api.billing.invoice;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;

/** The documents of all tenants, for staff. */
@Singleton
public class MonthInvoices {

    private final StaffDatabase database;

    @Inject
    public MonthInvoices(StaffDatabase database) {
        this.database = database;
    }

    /** By tenant, drafts included. */
    public List<InvoiceHead> of(StaffScope scope, YearMonth month) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery(
                                "SELECT * FROM invoices WHERE month = :month ORDER BY tenant_id, invoice_id")
                        .bind("month", month.atDay(1))
                        .map((row, _) -> InvoiceRows.head(row))
                        .list());
    }
}
