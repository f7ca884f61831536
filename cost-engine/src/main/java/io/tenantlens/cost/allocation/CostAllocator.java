package io.tenantlens.cost.allocation;

import static java.math.BigDecimal.ZERO;

import io.tenantlens.cost.allocation.CostPool.Sharing;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Divides cost pools over tenants so that tenants, idle and unallocated always add up to the pools.
 *
 * <p>Each pool is rounded once, by largest remainder in the order of the tenants. Where the weights of a rule
 * are all zero its part stays visible as unallocated.
 */
public final class CostAllocator {

    private final AllocationRequest request;
    private final PoolDivider divider;

    private CostAllocator(AllocationRequest request) {
        this.request = request;
        this.divider = new PoolDivider(request);
    }

    public static Allocation allocate(AllocationRequest request) {
        return new CostAllocator(request).allocate();
    }

    private Allocation allocate() {
        var direct = directCost();
        var byTenant = new LinkedHashMap<TenantId, Map<String, BigDecimal>>();
        var idleByTenant = new LinkedHashMap<TenantId, BigDecimal>();
        request.tenants().forEach(tenant -> byTenant.put(tenant, new LinkedHashMap<>()));
        var apart = ZERO;
        var unallocated = ZERO;
        var origin = ZERO;
        for (var pool : request.pools()) {
            var separate = request.idle() == IdlePolicy.SEPARATE;
            var carried = separate ? pool.amount().subtract(pool.idle()) : pool.amount();
            var division = divider.divide(pool, carried, direct);
            division.shares().forEach((tenant, share) -> put(byTenant, tenant, pool.id(), share));
            divider.divide(pool, pool.idle(), direct)
                    .shares()
                    .forEach((tenant, share) -> idleByTenant.merge(tenant, share, BigDecimal::add));
            apart = separate ? apart.add(pool.idle()) : apart;
            unallocated = unallocated.add(division.rest());
            origin = origin.add(pool.amount());
        }
        var tenants = new LinkedHashMap<TenantId, TenantCost>();
        byTenant.forEach(
                (tenant, pools) -> tenants.put(tenant, new TenantCost(pools, idleByTenant.getOrDefault(tenant, ZERO))));
        return new Allocation(tenants, apart, unallocated, origin);
    }

    /** What is known to be a tenant's before anything is shared: the weights of {@link SplitRule.WeightedByCost}. */
    private Map<TenantId, BigDecimal> directCost() {
        var direct = new LinkedHashMap<TenantId, BigDecimal>();
        for (var pool : request.pools()) {
            var used = pool.amount().subtract(pool.idle());
            switch (pool.sharing()) {
                case Sharing.Dedicated(var tenant) -> direct.merge(tenant, used, BigDecimal::add);
                case Sharing.Shared(var split, var tenants) ->
                    divider.metered(split, tenants, used)
                            .forEach((tenant, share) -> direct.merge(tenant, share, BigDecimal::add));
            }
        }
        return direct;
    }

    private static void put(
            Map<TenantId, Map<String, BigDecimal>> byTenant, TenantId tenant, String pool, BigDecimal share) {
        if (share.signum() != 0) {
            byTenant.computeIfAbsent(tenant, _ -> new LinkedHashMap<>()).put(pool, share);
        }
    }

    /** Shares of one amount and what no rule could give away. */
    record Division(Map<TenantId, BigDecimal> shares, BigDecimal rest) {}
}
