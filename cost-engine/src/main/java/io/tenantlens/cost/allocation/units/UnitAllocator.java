package io.tenantlens.cost.allocation.units;

import java.util.List;

/**
 * Divides the pools of one window over tenants as {@link io.tenantlens.cost.allocation.CostAllocator} does, for many tenants and
 * windows. It differs in one point: overhead follows direct costs that are rounded to the unit. Not for several threads.
 */
public final class UnitAllocator {

    private final UnitSplitter splitter = new UnitSplitter();

    /** Pools with the direct cost of tenants count for those that follow it, wherever they stand in the list. */
    public UnitAllocation allocate(List<UnitPool> pools, int tenants) {
        var shares = new long[pools.size()][tenants];
        var direct = new long[tenants];
        for (var i = 0; i < pools.size(); i++) {
            divide(pools.get(i), shares[i], direct);
        }
        var byCost = Weights.of(direct);
        for (var i = 0; i < pools.size(); i++) {
            if (pools.get(i).rule() instanceof UnitPool.Rule.ByDirectCost) {
                splitter.split(pools.get(i).carried(), byCost, shares[i]);
            }
        }
        return new UnitAllocation(List.copyOf(pools), shares);
    }

    private void divide(UnitPool pool, long[] shares, long[] direct) {
        var used = pool.units() - pool.idle();
        switch (pool.rule()) {
            case UnitPool.Rule.ByUsage(var usage) -> {
                splitter.split(pool.carried(), usage, shares);
                addDirect(pool, used, usage, shares, direct);
            }
            case UnitPool.Rule.Even(var takingPart) -> splitter.split(pool.carried(), takingPart, shares);
            case UnitPool.Rule.BaseAndUsage(var base, var takingPart, var usage) -> {
                mixed(pool.carried(), base, takingPart, usage, shares);
                splitter.split(used - part(used, base), usage, direct);
            }
            case UnitPool.Rule.ByDirectCost(), UnitPool.Rule.Unknown() -> {}
        }
    }

    /** Shares of the used part are those just made, unless idle cost was shared with it. */
    private void addDirect(UnitPool pool, long used, Weights usage, long[] shares, long[] direct) {
        if (pool.carried() != used) {
            splitter.split(used, usage, direct);
            return;
        }
        for (var i = 0; i < direct.length; i++) {
            direct[i] += shares[i];
        }
    }

    /** A part whose weights are all zero stays unallocated; the other is still given away. */
    private void mixed(long units, int base, Weights takingPart, Weights usage, long[] shares) {
        if (takingPart.sum() > 0 && usage.sum() > 0) {
            splitter.split(units, Weights.mixed(base, takingPart, usage), shares);
        } else {
            splitter.split(part(units, base), takingPart, shares);
            splitter.split(part(units, UnitPool.WHOLE - base), usage, shares);
        }
    }

    /** Rounded half away from zero. */
    private static long part(long units, int tenThousandths) {
        var whole = units / UnitPool.WHOLE * tenThousandths;
        var rest = units % UnitPool.WHOLE * tenThousandths;
        return whole + (rest + Long.signum(rest) * (UnitPool.WHOLE / 2L)) / UnitPool.WHOLE;
    }
}
