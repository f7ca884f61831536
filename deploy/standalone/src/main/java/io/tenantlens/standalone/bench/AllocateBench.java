package io.tenantlens.standalone.bench;

import io.tenantlens.cost.allocation.IdlePolicy;
import io.tenantlens.cost.allocation.units.UnitAllocation;
import io.tenantlens.cost.allocation.units.UnitAllocator;
import io.tenantlens.cost.allocation.units.UnitPool;
import io.tenantlens.cost.allocation.units.UnitPool.Rule;
import io.tenantlens.cost.allocation.units.Weights;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A month of hourly allocations on one core: eight pools, among them one shared evenly and by usage and one of overhead, each
 * hour with usage of its own. The same for a tenth of the tenants shows how time grows; every run must conserve its cost.
 */
final class AllocateBench {

    private static final int METERS = 7;
    private static final long POOL_UNITS = 45_000_000_000L;
    private static final int FRACTION = 10;
    private static final double NANOS = 1e9;

    private final int tenants;
    private final int hours;

    AllocateBench(Options options) {
        tenants = options.number("--tenants", 10_000);
        hours = options.number("--hours", 720);
    }

    Map<String, Object> run() {
        month(tenants, Math.max(1, hours / FRACTION));
        var few = month(Math.max(1, tenants / FRACTION), hours);
        var all = month(tenants, hours);
        var shares = (double) tenants * hours * (METERS + 1);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("bench", "allocate");
        figures.put("tenants", tenants);
        figures.put("hours", hours);
        figures.put("pools", METERS + 1);
        figures.put("shares", Math.round(shares));
        figures.put("seconds", rounded(all.seconds()));
        figures.put("cpuSeconds", rounded(all.cpuSeconds()));
        figures.put("sharesPerCpuSecond", Math.round(shares / all.cpuSeconds()));
        figures.put("timesLongerForTenTimesTheTenants", rounded(all.cpuSeconds() / few.cpuSeconds()));
        figures.put("conserved", all.conserved() && few.conserved());
        return figures;
    }

    private record Month(double seconds, double cpuSeconds, boolean conserved) {}

    /** Only the allocation is timed, from quantities to proven shares; making up the quantities is not. */
    private static Month month(int tenants, int hours) {
        var threads = ManagementFactory.getThreadMXBean();
        var allocator = new UnitAllocator();
        var random = new SplittableRandom(20261001);
        var wall = 0L;
        var cpu = 0L;
        var conserved = true;
        for (var hour = 0; hour < hours; hour++) {
            var usage = IntStream.range(0, METERS)
                    .mapToObj(_ -> random.longs(tenants, 0, 3_600_000_000L).toArray())
                    .toList();
            var wallBefore = System.nanoTime();
            var cpuBefore = threads.getCurrentThreadCpuTime();
            conserved &= conserves(allocator.allocate(pools(usage), tenants), tenants);
            cpu += threads.getCurrentThreadCpuTime() - cpuBefore;
            wall += System.nanoTime() - wallBefore;
        }
        return new Month(wall / NANOS, cpu / NANOS, conserved);
    }

    private static List<UnitPool> pools(List<long[]> usage) {
        var pools = new ArrayList<UnitPool>();
        for (var i = 0; i < METERS; i++) {
            var weights = Weights.of(usage.get(i));
            var everybody = new boolean[usage.get(i).length];
            Arrays.fill(everybody, true);
            var rule =
                    i == 0 ? new Rule.BaseAndUsage(4_000, Weights.even(everybody), weights) : new Rule.ByUsage(weights);
            pools.add(new UnitPool("pool" + i, POOL_UNITS + i, POOL_UNITS / 4, IdlePolicy.SEPARATE, rule));
        }
        pools.add(new UnitPool("overhead", POOL_UNITS, 0, IdlePolicy.SHARE, new Rule.ByDirectCost()));
        return pools;
    }

    private static boolean conserves(UnitAllocation allocation, int tenants) {
        for (var pool = 0; pool < allocation.pools().size(); pool++) {
            var sum = allocation.idle(pool) + allocation.unallocated(pool);
            for (var tenant = 0; tenant < tenants; tenant++) {
                sum += allocation.share(pool, tenant);
            }
            if (sum != allocation.pools().get(pool).units() || allocation.unallocated(pool) != 0) {
                return false;
            }
        }
        return true;
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
