package io.tenantlens.api.billing.whatif;

import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * What a month costs each tenant and would have cost, before tax, without credits and corrections of other months.
 *
 * @param byCharge the sums of all tenants by the name of the charge
 * @param leftOut tenants that can't be rated, with the reason
 * @param asOf when it was computed
 */
public record WhatIfAnswer(
        Currency currency,
        List<OfTenant> tenants,
        SortedMap<String, Amounts> byCharge,
        SortedMap<TenantId, String> leftOut,
        Instant asOf) {

    public WhatIfAnswer {
        tenants = List.copyOf(tenants);
    }

    /** One tenant. */
    public record OfTenant(TenantId tenant, String name, String plan, Amounts amounts) {}

    /** As it is and as it would be. */
    public record Amounts(Money now, Money then) {

        public Money difference() {
            return then.minus(now);
        }

        Amounts plus(Amounts other) {
            return new Amounts(now.plus(other.now), then.plus(other.then));
        }
    }

    /** The sum of the tenants. */
    public Amounts total() {
        var zero = Money.zero(currency);
        return tenants.stream().map(OfTenant::amounts).reduce(new Amounts(zero, zero), Amounts::plus);
    }
}
