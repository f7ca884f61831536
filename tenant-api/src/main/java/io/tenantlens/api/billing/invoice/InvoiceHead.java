package io.tenantlens.api.billing.invoice;

import io.tenantlens.cost.invoice.TaxTotal;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document without its lines. Its total is subtotal − discount − credit + tax.
 *
 * @param id unique within the tenant, such as {@code 2026-10}
 * @param number null while it is a draft
 * @param corrects the invoice that a credit note is for
 * @param bdtRate what a unit of its currency was worth in BDT in its month
 * @param note why it was taken back, or what a credit note is for
 */
public record InvoiceHead(
        TenantId tenant,
        String tenantName,
        String id,
        DocumentKind kind,
        InvoiceStatus status,
        @Nullable String number,
        @Nullable String corrects,
        YearMonth month,
        ZoneId zone,
        String planTitle,
        Money subtotal,
        Money discount,
        Money credit,
        Money tax,
        Money total,
        BigDecimal bdtRate,
        List<TaxTotal> taxes,
        @Nullable Instant issuedAt,
        @Nullable LocalDate dueOn,
        @Nullable Instant paidAt,
        @Nullable String note) {

    public InvoiceHead {
        taxes = List.copyOf(taxes);
    }

    /** What is charged before tax. */
    public Money net() {
        return total.minus(tax);
    }
}
