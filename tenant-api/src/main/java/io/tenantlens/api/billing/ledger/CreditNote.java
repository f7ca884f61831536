package io.tenantlens.api.billing.ledger;

import io.tenantlens.api.billing.invoice.InvoiceHead;
import io.tenantlens.api.billing.invoice.InvoiceNumbers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;

/** Writes the document that takes an invoice back line by line: drafted, and issued in the same transaction. */
final class CreditNote {

    private final Handle handle;
    private final InvoiceHead invoice;
    private final String id;

    CreditNote(Handle handle, InvoiceHead invoice) {
        this.handle = handle;
        this.invoice = invoice;
        this.id = invoice.id() + "-credit";
    }

    /** Answers its id. */
    String issue(String reason, Instant now) {
        draft(reason);
        copyLines();
        number(now);
        return id;
    }

    private void draft(String reason) {
        handle.createUpdate("""
                        INSERT INTO invoices (tenant_id, invoice_id, kind, status, month, corrects, tenant_name, plan_title,
                            time_zone, currency, bdt_rate, subtotal, discount, credit, tax, total, note, taxes)
                        SELECT tenant_id, :note_id, 'credit_note', 'draft', month, invoice_id, tenant_name, plan_title,
                            time_zone, currency, bdt_rate, -subtotal, -discount, -credit, -tax, -total, :reason,
                            (SELECT coalesce(jsonb_agg(tax || jsonb_build_object(
                                    'base', (-(tax ->> 'base')::numeric)::text,
                                    'amount', (-(tax ->> 'amount')::numeric)::text) ORDER BY place), '[]')
                                FROM jsonb_array_elements(taxes) WITH ORDINALITY AS t (tax, place))
                        FROM invoices WHERE tenant_id = :tenant AND invoice_id = :id""")
                .bind("note_id", id)
                .bind("reason", reason)
                .bind("tenant", invoice.tenant().value())
                .bind("id", invoice.id())
                .execute();
    }

    /** Without the card: it is the invoice's line that was rated, not this one. */
    private void copyLines() {
        handle.createUpdate("""
                        INSERT INTO invoice_lines (tenant_id, invoice_id, line, charge, title, kind, service_month, unit,
                            quantity, unit_price, amount, discount, credit, tax, total, steps)
                        SELECT tenant_id, :note_id, line, charge, title, kind, service_month, unit,
                            -quantity, unit_price, -amount, -discount, -credit, -tax, -total,
                            'Takes back line ' || line || ' of invoice ' || :number
                        FROM invoice_lines WHERE tenant_id = :tenant AND invoice_id = :id""")
                .bind("note_id", id)
                .bind("number", invoice.number())
                .bind("tenant", invoice.tenant().value())
                .bind("id", invoice.id())
                .execute();
    }

    private void number(Instant now) {
        var series = "CN-" + LocalDate.ofInstant(now, ZoneOffset.UTC).getYear();
        handle.createUpdate("""
                        UPDATE invoices SET status = 'issued', issued_at = :now, number = :series || '-' || lpad(:number::text, 6, '0')
                        WHERE tenant_id = :tenant AND invoice_id = :note_id""")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("series", series)
                .bind("number", new InvoiceNumbers(handle).take(series, 1))
                .bind("tenant", invoice.tenant().value())
                .bind("note_id", id)
                .execute();
    }
}
