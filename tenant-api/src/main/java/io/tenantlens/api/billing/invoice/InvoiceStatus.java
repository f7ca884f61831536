package io.tenantlens.api.billing.invoice;

/** How far a document is. A tenant sees it once it is issued. */
public enum InvoiceStatus {
    DRAFT,
    ISSUED,
    PAID,
    /** Taken back as a whole; its month may be invoiced again. */
    VOID
}
