package io.tenantlens.api.billing.ledger;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.audit.AuditEntry;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.billing.invoice.DocumentKind;
import io.tenantlens.api.billing.invoice.Invoice;
import io.tenantlens.api.billing.invoice.InvoiceHead;
import io.tenantlens.api.billing.invoice.InvoiceRows;
import io.tenantlens.api.billing.invoice.InvoiceStatus;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Finds documents of all tenants and settles them. What was issued is never edited: it is paid, or taken back as a whole. */
@Singleton
public class InvoiceLedger {

    private final StaffDatabase database;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public InvoiceLedger(StaffDatabase database, AuditTrail trail, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    public FoundInvoices search(StaffScope scope, InvoiceSearch search) {
        return database.inTransaction(scope, handle -> {
            var found = new LedgerRows(handle).find(search);
            return new FoundInvoices(
                    found.subList(0, Math.min(found.size(), search.limit())), found.size() > search.limit());
        });
    }

    /** Drafts, too. */
    public Optional<Invoice> find(StaffScope scope, TenantId tenant, String id) {
        return database.inTransaction(scope, handle -> new InvoiceRows(handle).find(tenant, id));
    }

    /**
     * Notes that an invoice was paid. One that is paid already stays as it is.
     *
     * @throws LedgerRefusedException if it is not to be paid
     */
    public void markPaid(StaffScope scope, TenantId tenant, String id) {
        database.inTransaction(scope, handle -> {
            var rows = new LedgerRows(handle);
            var head = lock(rows, tenant, id);
            if (head.status() == InvoiceStatus.PAID) {
                return false;
            }
            requireIssuedInvoice(head, "paid");
            rows.markPaid(head);
            record(handle, scope, "invoice.paid", head, Map.of());
            return true;
        });
    }

    /**
     * Takes an invoice back as a whole: it becomes void, a credit note stands against it, and its month may be run again.
     *
     * @return the id of the credit note
     * @throws LedgerRefusedException if it is no issued invoice, or while an approved run waits to be issued
     */
    public String takeBack(StaffScope scope, TenantId tenant, String id, String reason) {
        return database.inTransaction(scope, handle -> {
            var rows = new LedgerRows(handle);
            if (rows.holdOpenRuns()) {
                throw new LedgerRefusedException("A run is approved and counts on this invoice; issue the run first.");
            }
            var head = lock(rows, tenant, id);
            requireIssuedInvoice(head, "taken back");
            var note = new CreditNote(handle, head).issue(reason, clock.instant());
            rows.markVoid(head, reason);
            rows.recomputePreviews(tenant);
            record(handle, scope, "invoice.voided", head, Map.of("creditNote", note));
            return note;
        });
    }

    private static InvoiceHead lock(LedgerRows rows, TenantId tenant, String id) {
        return rows.lock(tenant, id).orElseThrow(() -> new NotFoundException("There is no such invoice."));
    }

    private static void requireIssuedInvoice(InvoiceHead head, String becomes) {
        if (head.kind() != DocumentKind.INVOICE) {
            throw new LedgerRefusedException("A credit note can not be " + becomes + ".");
        }
        if (head.status() != InvoiceStatus.ISSUED) {
            throw new LedgerRefusedException(
                    switch (head.status()) {
                        case DRAFT -> "A draft is not issued yet, so it can not be " + becomes + ".";
                        case PAID -> "The invoice is paid, so it can not be " + becomes + ".";
                        case VOID, ISSUED -> "The invoice is void, so it can not be " + becomes + ".";
                    });
        }
    }

    private void record(Handle handle, StaffScope scope, String action, InvoiceHead head, Map<String, String> more) {
        var detail = new TreeMap<>(more);
        detail.put("invoice", head.id());
        detail.put("number", Objects.requireNonNullElse(head.number(), ""));
        trail.record(handle, AuditEntry.of(scope, action, detail).about(head.tenant()));
    }
}
