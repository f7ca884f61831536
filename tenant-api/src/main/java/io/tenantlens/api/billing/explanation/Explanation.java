package io.tenantlens.api.billing.explanation;

import io.tenantlens.api.billing.invoice.InvoiceHead;
import io.tenantlens.api.billing.invoice.InvoiceLine;
import java.util.Optional;

/**
 * A line and what it rests on.
 *
 * @param priced empty for a credit, whose steps hold its evidence
 */
public record Explanation(InvoiceHead invoice, InvoiceLine line, Optional<PricedLine> priced) {}
