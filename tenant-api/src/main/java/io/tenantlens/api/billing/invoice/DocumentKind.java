package io.tenantlens.api.billing.invoice;

/** What a document does. */
public enum DocumentKind {
    INVOICE,
    /** Gives back what an invoice asked for. */
    CREDIT_NOTE
}
