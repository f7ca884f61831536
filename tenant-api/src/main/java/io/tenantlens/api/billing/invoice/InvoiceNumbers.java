package io.tenantlens.api.billing.invoice;

import org.jdbi.v3.core.Handle;

/** Numbers without gaps: taken in the transaction that uses them, so that a rollback gives them back. */
public final class InvoiceNumbers {

    private final Handle handle;

    public InvoiceNumbers(Handle handle) {
        this.handle = handle;
    }

    /** Takes the next numbers of a series and answers the last of them; others wait until the transaction ends. */
    public long take(String series, int count) {
        return handle.createQuery("""
                        INSERT INTO invoice_numbers (series, last_number) VALUES (:series, :count)
                        ON CONFLICT (series) DO UPDATE SET last_number = invoice_numbers.last_number + :count
                        RETURNING last_number""")
                .bind("series", series)
                .bind("count", count)
                .mapTo(Long.class)
                .one();
    }
}
