package io.tenantlens.api.billing.subscription;

import io.tenantlens.cost.time.DateRange;

/** Days in a row on which one plan was active. */
public record SubscriptionPhase(String plan, DateRange days) {}
