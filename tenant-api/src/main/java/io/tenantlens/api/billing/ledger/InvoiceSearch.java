package io.tenantlens.api.billing.ledger;

import io.tenantlens.api.billing.invoice.InvoiceStatus;
import io.tenantlens.cost.tenant.TenantId;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Which documents, the newest month first and within a month by tenant.
 *
 * @param text a part of the number, or of the tenant's name or slug; empty for all
 * @param after the last document of the page before; null for the first page
 */
public record InvoiceSearch(
        String text,
        @Nullable InvoiceStatus status,
        @Nullable YearMonth month,
        @Nullable Place after,
        int limit) {

    /** Where a document stands in the order of the list. */
    public record Place(YearMonth month, TenantId tenant, String invoice) {}

    public InvoiceSearch {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1: " + limit);
        }
    }
}
