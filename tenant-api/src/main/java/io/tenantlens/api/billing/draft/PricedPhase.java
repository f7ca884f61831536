package io.tenantlens.api.billing.draft;

import io.tenantlens.cost.time.DateRange;

/** Days of the month on which a plan was active, and its card. */
public record PricedPhase(Card card, DateRange days) {}
