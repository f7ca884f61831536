package io.tenantlens.cost.rating;

import io.tenantlens.cost.money.Money;
import java.math.BigDecimal;

/**
 * What an earlier run of the same service period booked for a charge.
 *
 * @param quantity in priced units, as on the line of that run
 * @param amount after discounts, before credits and tax
 */
public record Billed(BigDecimal quantity, Money amount) {}
