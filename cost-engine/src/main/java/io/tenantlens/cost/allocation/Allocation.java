package io.tenantlens.cost.allocation;

import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where each unit of cost went.
 *
 * @param idle cost that nobody used, where it stands apart
 * @param unallocated cost that no rule could give to a tenant
 * @param origin the sum of the pools
 */
public record Allocation(
        Map<TenantId, TenantCost> tenants, BigDecimal idle, BigDecimal unallocated, BigDecimal origin) {

    public Allocation {
        tenants = Collections.unmodifiableMap(new LinkedHashMap<>(tenants));
    }

    /** What a tenant carries: nothing, if it took no part. */
    public TenantCost costOf(TenantId tenant) {
        return tenants.getOrDefault(tenant, new TenantCost(Map.of(), BigDecimal.ZERO));
    }

    /** What the parts add up to. */
    public BigDecimal sum() {
        return tenants.values().stream()
                .map(TenantCost::total)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .add(idle)
                .add(unallocated);
    }

    /** The proof of conservation: nothing was lost and nothing was made up. */
    public boolean conserves() {
        return sum().compareTo(origin) == 0;
    }
}
