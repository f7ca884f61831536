package io.tenantlens.portal.document;

import io.tenantlens.api.billing.invoice.InvoiceHead;
import java.time.LocalDate;

/** How far a document is, in a word and the class of its colour. */
public record StatusBadge(String word, String colour) {

    static StatusBadge of(InvoiceHead head, LocalDate today) {
        return switch (head.status()) {
            case DRAFT -> new StatusBadge("draft", "");
            case PAID -> new StatusBadge("paid", "good");
            case VOID -> new StatusBadge("void", "");
            case ISSUED -> issued(head, today);
        };
    }

    /** A credit note is never due. */
    private static StatusBadge issued(InvoiceHead head, LocalDate today) {
        var due = head.dueOn();
        if (due == null) {
            return new StatusBadge("issued", "");
        }
        return due.isBefore(today) ? new StatusBadge("overdue", "bad") : new StatusBadge("issued", "warn");
    }
}
