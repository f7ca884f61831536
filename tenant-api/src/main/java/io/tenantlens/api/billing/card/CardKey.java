package io.tenantlens.api.billing.card;

import io.tenantlens.cost.money.Currency;
import java.time.LocalDate;

/** Names a published card for good. */
public record CardKey(String plan, Currency currency, LocalDate validFrom) {}
