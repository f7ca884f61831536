package io.tenantlens.sla.credit;

import io.tenantlens.cost.money.Money;
import java.math.BigDecimal;

/** A credit and the percentage of the bill that it is. */
public record ServiceCredit(BigDecimal percent, Money amount) {}
