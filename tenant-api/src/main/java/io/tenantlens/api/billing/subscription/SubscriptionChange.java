package io.tenantlens.api.billing.subscription;

import java.time.LocalDate;

/** What a tenant is subscribed to from a day on, until the next change. */
public record SubscriptionChange(LocalDate effectiveOn, ChangeKind kind, SubscriptionState state, String plan) {}
