package io.tenantlens.api.cost.platform;

import java.math.BigDecimal;
import java.util.List;

/**
 * Cost over a range of days, read as of one instant.
 *
 * @param pools the largest first
 * @param slices by day and pool
 * @param tenants the largest first
 */
public record PlatformCost(CostProof proof, List<PoolCost> pools, List<CostSlice> slices, List<TenantCost> tenants) {

    public PlatformCost {
        pools = List.copyOf(pools);
        slices = List.copyOf(slices);
        tenants = List.copyOf(tenants);
    }

    /** What the tenants below add up to: what the proof says they carry. */
    public BigDecimal ofTenants() {
        return tenants.stream().map(TenantCost::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal before() {
        return tenants.stream().map(TenantCost::before).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal storage() {
        return tenants.stream().map(TenantCost::storage).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public UsedFigures used() {
        return tenants.stream().map(TenantCost::used).reduce(UsedFigures.NONE, UsedFigures::plus);
    }
}
