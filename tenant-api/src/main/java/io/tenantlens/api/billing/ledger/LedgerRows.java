package io.tenantlens.api.billing.ledger;

import io.tenantlens.api.billing.invoice.InvoiceHead;
import io.tenantlens.api.billing.invoice.InvoiceRows;
import io.tenantlens.cost.tenant.TenantId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Documents in the database, as they are found and settled. */
final class LedgerRows {

    private final Handle handle;

    LedgerRows(Handle handle) {
        this.handle = handle;
    }

    /** One more than asked for where there are more. */
    List<InvoiceHead> find(InvoiceSearch search) {
        var after = search.after();
        var query = handle.createQuery("""
                        SELECT * FROM invoices
                        WHERE (:month::date IS NULL OR month = :month)
                            AND (:status::text IS NULL OR status = :status)
                            AND (:text = '' OR tenant_id ILIKE :like OR tenant_name ILIKE :like OR number ILIKE :like)
                            AND (:afterMonth::date IS NULL OR month < :afterMonth
                                OR (month = :afterMonth AND (tenant_id, invoice_id) > (:afterTenant, :afterInvoice)))
                        ORDER BY month DESC, tenant_id, invoice_id LIMIT :limit""");
        return query.bind(
                        "month", search.month() == null ? null : search.month().atDay(1))
                .bind("status", search.status() == null ? null : lower(search.status()))
                .bind("text", search.text())
                .bind("like", "%" + search.text().replaceAll("[\\\\%_]", "\\\\$0") + "%")
                .bind(
                        "afterMonth",
                        after == null ? (LocalDate) null : after.month().atDay(1))
                .bind("afterTenant", after == null ? "" : after.tenant().value())
                .bind("afterInvoice", after == null ? "" : after.invoice())
                .bind("limit", search.limit() + 1)
                .map((row, _) -> InvoiceRows.head(row))
                .list();
    }

    /** Locks the document until the end of the transaction. */
    Optional<InvoiceHead> lock(TenantId tenant, String id) {
        return handle.createQuery("SELECT * FROM invoices WHERE tenant_id = :tenant AND invoice_id = :id FOR UPDATE")
                .bind("tenant", tenant.value())
                .bind("id", id)
                .map((row, _) -> InvoiceRows.head(row))
                .findOne();
    }

    void markPaid(InvoiceHead head) {
        handle.createUpdate("""
                        UPDATE invoices SET status = 'paid', paid_at = clock_timestamp()
                        WHERE tenant_id = :tenant AND invoice_id = :id""")
                .bind("tenant", head.tenant().value())
                .bind("id", head.id())
                .execute();
    }

    void markVoid(InvoiceHead head, String reason) {
        handle.createUpdate("""
                        UPDATE invoices SET status = 'void', voided_at = clock_timestamp(), note = :reason
                        WHERE tenant_id = :tenant AND invoice_id = :id""")
                .bind("reason", reason)
                .bind("tenant", head.tenant().value())
                .bind("id", head.id())
                .execute();
    }

    /**
     * Keeps open runs as they are until the end of the transaction, since they count on what is issued.
     *
     * @return whether one of them is approved and waits to be issued
     */
    boolean holdOpenRuns() {
        return handle.createQuery("SELECT state FROM invoice_runs WHERE state <> 'issued' ORDER BY month FOR UPDATE")
                .mapTo(String.class)
                .list()
                .contains("approved");
    }

    void recomputePreviews(TenantId tenant) {
        handle.createUpdate("""
                        UPDATE invoice_run_tenants t SET state = 'pending', reason = NULL
                        FROM invoice_runs r
                        WHERE r.run_id = t.run_id AND r.state = 'preview' AND t.tenant_id = :tenant""").bind("tenant", tenant.value()).execute();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
