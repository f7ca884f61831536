package io.tenantlens.cost.invoice;

import io.tenantlens.cost.money.Money;

/** How much of a credit a bill used and what is left of it. */
public record CreditUse(String id, Money used, Money remaining) {}
