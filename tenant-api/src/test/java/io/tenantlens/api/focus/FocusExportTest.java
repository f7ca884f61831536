package io.tenantlens.api.focus;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.billing.invoice.DocumentKind;
import io.tenantlens.api.billing.invoice.Invoice;
import io.tenantlens.api.billing.invoice.InvoiceHead;
import io.tenantlens.api.billing.invoice.InvoiceLine;
import io.tenantlens.api.billing.invoice.InvoiceStatus;
import io.tenantlens.cost.invoice.TaxTotal;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.ratecard.ChargeId;
import io.tenantlens.cost.rating.LineKind;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FocusExportTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final InvoiceLine BASE = line(1, "base", LineKind.FLAT, OCTOBER, null, "1", "1500.00", "0.00");
    private static final InvoiceLine SMS = line(2, "sms", LineKind.USAGE, OCTOBER, "sms", "300", "105.00", "5.00");
    private static final InvoiceLine LATE =
            line(3, "sms", LineKind.CORRECTION, OCTOBER.minusMonths(1), "sms", "10", "3.50", "0.00");
    private static final InvoiceLine CREDIT =
            line(4, "credit:sla", LineKind.CREDIT, OCTOBER, null, "1", "-50.00", "0.00");

    private final List<FocusCharge> charges =
            FocusExport.charges(invoice(List.of(BASE, SMS, LATE, CREDIT))).toList();

    @Test
    void rows_addUpToTheInvoice() {
        var sum = charges.stream().map(FocusCharge::billed).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(sum).isEqualByComparingTo("1786.53");
    }

    @Test
    void categories_areThoseOfTheFormat() {
        assertThat(charges)
                .extracting(FocusCharge::category)
                .containsExactly("Purchase", "Usage", "Usage", "Credit", "Tax");
        assertThat(charges.get(2).chargeClass()).isEqualTo("Correction");
        assertThat(FocusColumn.CHARGE_PERIOD_START.of(charges.get(2))).isEqualTo("2026-08-31T18:00:00Z");
        assertThat(FocusColumn.BILLING_PERIOD_START.of(charges.get(2))).isEqualTo("2026-09-30T18:00:00Z");
    }

    @Test
    void usage_tellsItsQuantity_itsPriceAndItsAllocation() {
        var sms = charges.get(1);

        assertThat(FocusColumn.LIST_COST.of(sms)).isEqualTo("105.00");
        assertThat(FocusColumn.BILLED_COST.of(sms)).isEqualTo("100.00");
        assertThat(FocusColumn.LIST_UNIT_PRICE.of(sms)).isEqualTo("0.35");
        assertThat(FocusColumn.CONSUMED_QUANTITY.of(sms)).isEqualTo("300");
        assertThat(FocusColumn.SKU_PRICE_ID.of(sms)).isEqualTo("starter/2026-01-01/sms");
        assertThat(FocusColumn.ALLOCATED_METHOD_DETAILS.of(sms))
                .isEqualTo("{\"Elements\":[{\"AllocatedRatio\":1,\"UsageUnit\":\"sms\",\"UsageQuantity\":300}]}");
    }

    @Test
    void tax_hasNoPriceAndNoQuantity() {
        var tax = charges.getLast();

        for (var column : List.of(
                FocusColumn.PRICING_QUANTITY,
                FocusColumn.PRICING_UNIT,
                FocusColumn.PRICING_CATEGORY,
                FocusColumn.LIST_UNIT_PRICE,
                FocusColumn.CONSUMED_QUANTITY,
                FocusColumn.SKU_ID,
                FocusColumn.ALLOCATED_METHOD_ID)) {
            assertThat(column.of(tax)).as(column.title()).isEmpty();
        }
    }

    @Test
    void everyRow_hasWhatTheFormatNeverLeavesOut() {
        var never = Set.of(
                "BilledCost",
                "BillingAccountId",
                "BillingCurrency",
                "BillingPeriodStart",
                "BillingPeriodEnd",
                "ChargeCategory",
                "ChargePeriodStart",
                "ChargePeriodEnd",
                "ContractedCost",
                "EffectiveCost",
                "InvoiceIssuerName",
                "ListCost",
                "ProviderName",
                "PublisherName",
                "ServiceCategory",
                "ServiceName");
        var there = new HashSet<String>();
        FocusColumn.ALL.stream()
                .filter(column ->
                        charges.stream().noneMatch(charge -> column.of(charge).isEmpty()))
                .forEach(column -> there.add(column.title()));

        assertThat(there).containsAll(never);
    }

    private static Invoice invoice(List<InvoiceLine> lines) {
        var tax = new TaxTotal("vat", new BigDecimal("15"), money("1553.50"), money("233.03"));
        var head = new InvoiceHead(
                new TenantId("acorn"),
                "Acorn Books",
                "2026-10",
                DocumentKind.INVOICE,
                InvoiceStatus.ISSUED,
                "TL-2026-000001",
                null,
                OCTOBER,
                ZoneId.of("Asia/Dhaka"),
                "Starter",
                money("1558.50"),
                money("5.00"),
                money("0.00"),
                money("233.03"),
                money("1786.53"),
                BigDecimal.ONE,
                List.of(tax),
                null,
                null,
                null,
                null);
        return new Invoice(head, lines);
    }

    private static InvoiceLine line(
            int number,
            String charge,
            LineKind kind,
            YearMonth month,
            @Nullable String meter,
            String quantity,
            String amount,
            String discount) {
        return new InvoiceLine(
                number,
                new ChargeId(charge),
                charge,
                kind,
                month,
                "starter",
                LocalDate.of(2026, 1, 1),
                null,
                meter == null ? null : new MeterKey(meter),
                "messages",
                meter == null ? null : new BigDecimal(quantity),
                new BigDecimal(quantity),
                null,
                money(amount),
                money(discount),
                money("0.00"),
                money("0.00"),
                money(amount).minus(money(discount)),
                List.of());
    }

    private static Money money(String amount) {
        return Money.rounded(new BigDecimal(amount), Currency.BDT);
    }
}
