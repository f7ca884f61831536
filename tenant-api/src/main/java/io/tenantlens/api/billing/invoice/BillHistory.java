package io.tenantlens.api.billing.invoice;

import java.util.List;
import java.util.Optional;

/** A tenant's documents, the newest month first, and the newest invoice that is not void with its lines. */
public record BillHistory(List<InvoiceHead> documents, Optional<Invoice> latest) {

    public BillHistory {
        documents = List.copyOf(documents);
    }
}
