package io.tenantlens.cost.allocation;

import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Everything that an allocation depends on.
 *
 * @param tenants in the order in which equal remainders are served
 * @param usage by meter and tenant; a missing entry is zero
 */
public record AllocationRequest(
        Currency currency,
        List<CostPool> pools,
        List<TenantId> tenants,
        Map<MeterKey, Map<TenantId, BigDecimal>> usage,
        IdlePolicy idle) {

    public AllocationRequest {
        pools = List.copyOf(pools);
        tenants = List.copyOf(tenants);
        usage = Map.copyOf(usage);
        if (tenants.stream().distinct().count() != tenants.size()) {
            throw new IllegalArgumentException("a tenant is named twice: " + tenants);
        }
        if (pools.stream().map(CostPool::id).distinct().count() != pools.size()) {
            throw new IllegalArgumentException("a pool id is used twice");
        }
    }
}
