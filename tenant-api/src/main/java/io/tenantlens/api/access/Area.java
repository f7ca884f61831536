package io.tenantlens.api.access;

import java.util.Locale;

/** A part of the product that a right is about; its key is the name in {@code @PermissionsAllowed("bills:write")}. */
public enum Area {
    /** A tenant's usage, SLA and alerts. */
    USAGE,
    /** A tenant's bills, cost preview and budgets. */
    BILLS,
    /** A tenant's report subscriptions and API tokens. */
    SETTINGS,
    /** The platform's health, traces and logs. */
    PLATFORM,
    /** Cost, margin, churn, revenue and forecast. */
    COSTS,
    /** Rate cards, unit costs, invoice runs and credits. */
    BILLING,
    /** SLA objectives, maintenance windows and silences. */
    OBJECTIVES,
    /** The register of tenants and their plans. */
    TENANTS,
    /** The audit trail. */
    AUDIT;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
