package io.tenantlens.api.billing.ledger;

import io.tenantlens.api.billing.invoice.InvoiceHead;
import java.util.List;

/** One page of documents, and whether more come after it. */
public record FoundInvoices(List<InvoiceHead> documents, boolean more) {

    public FoundInvoices {
        documents = List.copyOf(documents);
    }
}
