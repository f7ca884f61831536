package io.tenantlens.cost.allocation.units;

import java.util.List;

/** Where each unit of one window went: shares by pool and tenant, in the orders that were given. */
public final class UnitAllocation {

    private final List<UnitPool> pools;
    private final long[][] shares;
    private final long[] allocated;

    UnitAllocation(List<UnitPool> pools, long[][] shares) {
        this.pools = pools;
        this.shares = shares;
        this.allocated = new long[shares.length];
        for (var pool = 0; pool < shares.length; pool++) {
            for (var share : shares[pool]) {
                allocated[pool] += share;
            }
        }
    }

    public List<UnitPool> pools() {
        return pools;
    }

    public long share(int pool, int tenant) {
        return shares[pool][tenant];
    }

    /** What tenants carry of a pool, added up share by share. */
    public long allocated(int pool) {
        return allocated[pool];
    }

    /** What stands apart as idle. */
    public long idle(int pool) {
        return pools.get(pool).units() - pools.get(pool).carried();
    }

    /** What no rule could give to a tenant. */
    public long unallocated(int pool) {
        return pools.get(pool).carried() - allocated[pool];
    }
}
