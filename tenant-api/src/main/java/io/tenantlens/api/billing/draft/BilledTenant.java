package io.tenantlens.api.billing.draft;

import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.tenant.TenantId;
import java.time.ZoneId;

/** What a bill needs to know of a tenant itself. */
public record BilledTenant(TenantId id, String name, Currency currency, ZoneId zone) {}
