package io.tenantlens.cost.invoice;

import io.tenantlens.cost.money.Money;
import java.math.BigDecimal;

/** One tax of a bill: what it was taken from and what it comes to. */
public record TaxTotal(String id, BigDecimal percent, Money base, Money amount) {}
