package io.tenantlens.api.billing.invoice;

import java.util.List;
import java.util.Optional;

/** A document with its lines in order; each column of them adds up to the head's. */
public record Invoice(InvoiceHead head, List<InvoiceLine> lines) {

    public Invoice {
        lines = List.copyOf(lines);
    }

    public Optional<InvoiceLine> line(int number) {
        return lines.stream().filter(line -> line.number() == number).findFirst();
    }
}
