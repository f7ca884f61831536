package io.tenantlens.api.focus;

import io.tenantlens.api.billing.invoice.InvoiceHead;
import io.tenantlens.api.billing.invoice.InvoiceLine;
import io.tenantlens.cost.invoice.TaxTotal;
import io.tenantlens.cost.rating.LineKind;
import io.tenantlens.cost.time.BillingPeriod;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A row of the export: what a document charges for one of its lines before tax, or one of its taxes.
 *
 * @param line null for a tax
 * @param tax null for a line
 */
record FocusCharge(
        InvoiceHead document,
        @Nullable InvoiceLine line,
        @Nullable TaxTotal tax) {

    static FocusCharge of(InvoiceHead document, InvoiceLine line) {
        return new FocusCharge(document, line, null);
    }

    static FocusCharge of(InvoiceHead document, TaxTotal tax) {
        return new FocusCharge(document, null, tax);
    }

    /** Usage, Purchase, Tax, Credit or Adjustment, as the format knows them. */
    String category() {
        if (line == null) {
            return "Tax";
        }
        return switch (line.kind()) {
            case USAGE, CORRECTION -> line.meter() == null ? "Purchase" : "Usage";
            case FLAT, MINIMUM -> "Purchase";
            case DISCOUNT -> "Adjustment";
            case CREDIT -> "Credit";
        };
    }

    /** Empty but for what corrects an earlier billing period. */
    String chargeClass() {
        return document.corrects() != null || (line != null && line.kind() == LineKind.CORRECTION) ? "Correction" : "";
    }

    String frequency() {
        return switch (category()) {
            case "Usage" -> "Usage-Based";
            case "Purchase" -> "Recurring";
            default -> "One-Time";
        };
    }

    String description() {
        if (line != null) {
            return line.title();
        }
        return tax == null
                ? ""
                : "%s, %s %%"
                        .formatted(tax.id(), tax.percent().stripTrailingZeros().toPlainString());
    }

    BigDecimal billed() {
        if (line != null) {
            return line.net().amount();
        }
        return tax == null ? BigDecimal.ZERO : tax.amount().amount();
    }

    /** Before discounts and credits. */
    BigDecimal list() {
        return line == null ? billed() : line.amount().amount();
    }

    boolean isPriced() {
        return line != null && (category().equals("Usage") || category().equals("Purchase"));
    }

    @Nullable
    BigDecimal pricingQuantity() {
        return line != null && isPriced() ? line.quantity() : null;
    }

    /** The mean price of a unit, tiers and minimum taken together; zero of nothing. */
    @Nullable
    BigDecimal unitPrice() {
        var quantity = pricingQuantity();
        if (quantity == null) {
            return null;
        }
        return quantity.signum() == 0 ? BigDecimal.ZERO : list().divide(quantity, MathContext.DECIMAL64);
    }

    @Nullable
    BigDecimal consumed() {
        return line != null && category().equals("Usage") ? line.metered() : null;
    }

    /** The month that the charge is for. */
    BillingPeriod chargePeriod() {
        return period(line == null ? document.month() : line.serviceMonth());
    }

    BillingPeriod billingPeriod() {
        return period(document.month());
    }

    private BillingPeriod period(YearMonth month) {
        return new BillingPeriod(month, document.zone());
    }
}
