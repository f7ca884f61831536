package io.tenantlens.api.billing.run;

import io.tenantlens.cost.money.Money;

/** The sums of a run's invoices in one currency. */
public record RunTotal(long invoices, Money subtotal, Money discount, Money credit, Money tax, Money total) {}
