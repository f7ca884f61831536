package io.tenantlens.api.cost.bill;

import java.util.Set;

/** The columns of FOCUS that an import reads; all others may be there. */
enum BillColumn {
    PROVIDER("ProviderName", "ServiceProviderName"),
    BILLING_START("BillingPeriodStart"),
    BILLING_END("BillingPeriodEnd"),
    CHARGE_START("ChargePeriodStart"),
    CHARGE_END("ChargePeriodEnd"),
    CURRENCY("BillingCurrency"),
    BILLED("BilledCost"),
    EFFECTIVE("EffectiveCost"),
    CATEGORY("ChargeCategory");

    private final String name;

    /** As later versions of the format call it. */
    private final String later;

    BillColumn(String name) {
        this(name, name);
    }

    BillColumn(String name, String later) {
        this.name = name;
        this.later = later;
    }

    /** As the header names it, or as it should. */
    String nameIn(Set<String> header) {
        return header.contains(later) && !header.contains(name) ? later : name;
    }
}
