package io.tenantlens.api.focus;

import io.tenantlens.api.billing.invoice.InvoiceLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A column of an export. An empty cell is null in the sense of the format. */
record FocusColumn(String title, Function<FocusCharge, String> value) {

    static final FocusColumn BILLED_COST = new FocusColumn("BilledCost", charge -> plain(charge.billed()));

    static final FocusColumn BILLING_ACCOUNT_ID = new FocusColumn(
            "BillingAccountId", charge -> charge.document().tenant().value());

    static final FocusColumn BILLING_ACCOUNT_NAME =
            new FocusColumn("BillingAccountName", charge -> charge.document().tenantName());

    static final FocusColumn BILLING_ACCOUNT_TYPE = new FocusColumn("BillingAccountType", _ -> "Tenant");

    static final FocusColumn BILLING_CURRENCY = new FocusColumn(
            "BillingCurrency", charge -> charge.document().total().currency().code());

    static final FocusColumn BILLING_PERIOD_END = new FocusColumn(
            "BillingPeriodEnd", charge -> time(charge.billingPeriod().period().end()));

    static final FocusColumn BILLING_PERIOD_START = new FocusColumn(
            "BillingPeriodStart", charge -> time(charge.billingPeriod().period().start()));

    static final FocusColumn CHARGE_CATEGORY = new FocusColumn("ChargeCategory", FocusCharge::category);

    static final FocusColumn CHARGE_CLASS = new FocusColumn("ChargeClass", FocusCharge::chargeClass);

    static final FocusColumn CHARGE_DESCRIPTION = new FocusColumn("ChargeDescription", FocusCharge::description);

    static final FocusColumn CHARGE_FREQUENCY = new FocusColumn("ChargeFrequency", FocusCharge::frequency);

    static final FocusColumn CHARGE_PERIOD_END = new FocusColumn(
            "ChargePeriodEnd", charge -> time(charge.chargePeriod().period().end()));

    static final FocusColumn CHARGE_PERIOD_START = new FocusColumn(
            "ChargePeriodStart", charge -> time(charge.chargePeriod().period().start()));

    static final FocusColumn CONSUMED_QUANTITY =
            new FocusColumn("ConsumedQuantity", charge -> plain(charge.consumed()));

    static final FocusColumn CONSUMED_UNIT =
            new FocusColumn("ConsumedUnit", charge -> charge.consumed() == null ? "" : meter(charge));

    static final FocusColumn CONTRACTED_COST = new FocusColumn("ContractedCost", charge -> plain(charge.list()));

    static final FocusColumn CONTRACTED_UNIT_PRICE =
            new FocusColumn("ContractedUnitPrice", charge -> plain(charge.unitPrice()));

    static final FocusColumn EFFECTIVE_COST = new FocusColumn("EffectiveCost", charge -> plain(charge.billed()));

    static final FocusColumn INVOICE_ID =
            new FocusColumn("InvoiceId", charge -> text(charge.document().number()));

    static final FocusColumn INVOICE_ISSUER_NAME = new FocusColumn("InvoiceIssuerName", _ -> "Tenantlens");

    static final FocusColumn LIST_COST = new FocusColumn("ListCost", charge -> plain(charge.list()));

    static final FocusColumn LIST_UNIT_PRICE = new FocusColumn("ListUnitPrice", charge -> plain(charge.unitPrice()));

    static final FocusColumn PRICING_CATEGORY =
            new FocusColumn("PricingCategory", charge -> charge.isPriced() ? "Standard" : "");

    static final FocusColumn PRICING_CURRENCY = new FocusColumn(
            "PricingCurrency", charge -> charge.document().total().currency().code());

    static final FocusColumn PRICING_QUANTITY =
            new FocusColumn("PricingQuantity", charge -> plain(charge.pricingQuantity()));

    static final FocusColumn PRICING_UNIT =
            new FocusColumn("PricingUnit", charge -> charge.isPriced() ? line(charge, InvoiceLine::unit) : "");

    static final FocusColumn PROVIDER_NAME = new FocusColumn("ProviderName", _ -> "Tenantlens");

    static final FocusColumn PUBLISHER_NAME = new FocusColumn("PublisherName", _ -> "Tenantlens");

    static final FocusColumn SERVICE_CATEGORY =
            new FocusColumn("ServiceCategory", charge -> service(charge).category());

    static final FocusColumn SERVICE_NAME =
            new FocusColumn("ServiceName", charge -> service(charge).name());

    static final FocusColumn SERVICE_SUBCATEGORY =
            new FocusColumn("ServiceSubcategory", charge -> service(charge).subcategory());

    static final FocusColumn SKU_ID = new FocusColumn(
            "SkuId",
            charge -> charge.isPriced() ? line(charge, line -> line.charge().value()) : "");

    static final FocusColumn SKU_METER = new FocusColumn("SkuMeter", charge -> charge.isPriced() ? meter(charge) : "");

    static final FocusColumn SKU_PRICE_ID =
            new FocusColumn("SkuPriceId", charge -> charge.isPriced() ? line(charge, FocusColumn::price) : "");

    static final FocusColumn ALLOCATED_METHOD_ID =
            new FocusColumn("AllocatedMethodId", charge -> charge.consumed() == null ? "" : "metered-usage");

    static final FocusColumn ALLOCATED_METHOD_DETAILS =
            new FocusColumn("AllocatedMethodDetails", FocusColumn::allocation);

    static final FocusColumn ALLOCATED_RESOURCE_ID = new FocusColumn(
            "AllocatedResourceId",
            charge ->
                    charge.consumed() == null ? "" : charge.document().tenant().value());

    static final FocusColumn ALLOCATED_RESOURCE_NAME = new FocusColumn(
            "AllocatedResourceName",
            charge -> charge.consumed() == null ? "" : charge.document().tenantName());

    static final FocusColumn ALLOCATED_TAGS =
            new FocusColumn("AllocatedTags", charge -> charge.consumed() == null ? "" : "{}");

    /** In the order of a file. */
    static final List<FocusColumn> ALL = List.of(
            BILLED_COST,
            BILLING_ACCOUNT_ID,
            BILLING_ACCOUNT_NAME,
            BILLING_ACCOUNT_TYPE,
            BILLING_CURRENCY,
            BILLING_PERIOD_END,
            BILLING_PERIOD_START,
            CHARGE_CATEGORY,
            CHARGE_CLASS,
            CHARGE_DESCRIPTION,
            CHARGE_FREQUENCY,
            CHARGE_PERIOD_END,
            CHARGE_PERIOD_START,
            CONSUMED_QUANTITY,
            CONSUMED_UNIT,
            CONTRACTED_COST,
            CONTRACTED_UNIT_PRICE,
            EFFECTIVE_COST,
            INVOICE_ID,
            INVOICE_ISSUER_NAME,
            LIST_COST,
            LIST_UNIT_PRICE,
            PRICING_CATEGORY,
            PRICING_CURRENCY,
            PRICING_QUANTITY,
            PRICING_UNIT,
            PROVIDER_NAME,
            PUBLISHER_NAME,
            SERVICE_CATEGORY,
            SERVICE_NAME,
            SERVICE_SUBCATEGORY,
            SKU_ID,
            SKU_METER,
            SKU_PRICE_ID,
            ALLOCATED_METHOD_ID,
            ALLOCATED_METHOD_DETAILS,
            ALLOCATED_RESOURCE_ID,
            ALLOCATED_RESOURCE_NAME,
            ALLOCATED_TAGS);

    String of(FocusCharge charge) {
        return value.apply(charge);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String time(Instant at) {
        return at.toString();
    }

    private static String line(FocusCharge charge, Function<InvoiceLine, String> value) {
        return charge.line() == null ? "" : value.apply(charge.line());
    }

    private static String meter(FocusCharge charge) {
        return line(charge, line -> line.meter() == null ? "" : line.meter().value());
    }

    /** The card that priced it, by plan and day, and the charge. */
    private static String price(InvoiceLine line) {
        return line.plan() == null || line.cardFrom() == null
                ? ""
                : line.plan() + "/" + line.cardFrom() + "/" + line.charge().value();
    }

    private static FocusService service(FocusCharge charge) {
        return FocusService.of(charge.line() == null ? null : charge.line().meter());
    }

    /** What the tenant used of a service that it shares is all its own: the whole of its quantity is allocated to it. */
    private static String allocation(FocusCharge charge) {
        var consumed = charge.consumed();
        return consumed == null
                ? ""
                : "{\"Elements\":[{\"AllocatedRatio\":1,\"UsageUnit\":\"%s\",\"UsageQuantity\":%s}]}"
                        .formatted(meter(charge), consumed.toPlainString());
    }
}
