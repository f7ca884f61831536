package io.tenantlens.api.billing.invoice;

import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.tenant.TenantId;
import java.time.YearMonth;

/**
 * What a tenant was billed for a month, credit notes taken off and void invoices left out.
 *
 * @param net before tax, in the currency of the invoices
 * @param netBdt the same at the month's exchange rate
 */
public record BilledMonth(TenantId tenant, YearMonth month, Money net, Money netBdt) {}
