package io.tenantlens.api.billing.internal;

import io.tenantlens.cost.money.Currency;
import java.time.ZoneId;

/** What a tenant is billed by. */
public record Subscription(String plan, Currency currency, ZoneId zone) {}
