package io.tenantlens.api.cost.run;

import io.tenantlens.api.cost.CostType;
import io.tenantlens.api.cost.Micros;
import io.tenantlens.api.cost.setting.CostPoolRule;
import io.tenantlens.api.cost.setting.CostRules;
import io.tenantlens.cost.allocation.units.UnitAllocation;
import io.tenantlens.cost.allocation.units.UnitAllocator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One window divided: by pool for the platform, and by type and pool for each tenant. */
final class WindowCosts {

    private static final List<CostType> TYPES = List.of(CostType.values());

    /** What became of a pool. */
    record PoolSums(
            CostPoolRule rule,
            PricedPool.Source source,
            BigDecimal origin,
            BigDecimal allocated,
            BigDecimal idle,
            BigDecimal unallocated,
            BigDecimal weights) {

        private PoolSums plus(PoolSums other) {
            return new PoolSums(
                    rule,
                    source,
                    origin.add(other.origin),
                    allocated.add(other.allocated),
                    idle.add(other.idle),
                    unallocated.add(other.unallocated),
                    weights.max(other.weights));
        }
    }

    private final CostWindow window;
    private final CostRules rules;
    private final long[][] usage;
    private final Map<String, PoolSums> pools = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final long[][] byType;
    private final long[][] byPool;

    private WindowCosts(CostWindow window, CostRules rules, long[][] usage, List<PricedPool> priced, int tenants) {
        this.window = window;
        this.rules = rules;
        this.usage = usage;
        for (var one : priced) {
            if (!names.contains(one.rule().pool())) {
                names.add(one.rule().pool());
            }
        }
        this.byType = new long[tenants][TYPES.size()];
        this.byPool = new long[tenants][names.size()];
    }

    static WindowCosts divide(
            CostWindow window,
            CostRules rules,
            long[][] usage,
            CostTenants tenants,
            BilledCosts bills,
            UnitAllocator allocator) {
        var priced = new PoolPricer(rules, tenants, bills, window, usage).price();
        var allocation =
                allocator.allocate(priced.stream().map(PricedPool::pool).toList(), tenants.size());
        var costs = new WindowCosts(window, rules, usage, priced, tenants.size());
        for (var i = 0; i < priced.size(); i++) {
            costs.add(priced.get(i), allocation, i);
        }
        return costs;
    }

    private void add(PricedPool priced, UnitAllocation allocation, int index) {
        var type = TYPES.indexOf(priced.rule().type());
        var place = names.indexOf(priced.rule().pool());
        for (var tenant = 0; tenant < byType.length; tenant++) {
            var share = allocation.share(index, tenant);
            byType[tenant][type] += share;
            byPool[tenant][place] += share;
        }
        var sums = new PoolSums(
                priced.rule(),
                priced.source(),
                Micros.decimal(priced.pool().units()).add(priced.dust()),
                Micros.decimal(allocation.allocated(index)),
                Micros.decimal(allocation.idle(index)),
                Micros.decimal(allocation.unallocated(index)).add(priced.dust()),
                priced.weights());
        pools.merge(priced.rule().pool(), sums, PoolSums::plus);
    }

    CostWindow window() {
        return window;
    }

    List<PoolSums> pools() {
        return List.copyOf(pools.values());
    }

    List<String> poolNames() {
        return names;
    }

    long ofType(int tenant, CostType type) {
        return byType[tenant][TYPES.indexOf(type)];
    }

    long total(int tenant) {
        var total = 0L;
        for (var amount : byType[tenant]) {
            total += amount;
        }
        return total;
    }

    long[] byPool(int tenant) {
        return byPool[tenant];
    }

    /** What the tenant used, scaled by the decimals of the driver; zero for a driver that there is not. */
    long used(int tenant, String driver) {
        var place = rules.indexOf(driver);
        return place < 0 ? 0 : usage[place][tenant];
    }

    boolean isEmpty(int tenant) {
        for (var driver : usage) {
            if (driver[tenant] != 0) {
                return false;
            }
        }
        return total(tenant) == 0;
    }
}
