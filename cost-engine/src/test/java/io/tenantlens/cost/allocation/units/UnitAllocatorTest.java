package io.tenantlens.cost.allocation.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.cost.allocation.AllocationRequest;
import io.tenantlens.cost.allocation.CostAllocator;
import io.tenantlens.cost.allocation.CostPool;
import io.tenantlens.cost.allocation.CostPool.Sharing;
import io.tenantlens.cost.allocation.IdlePolicy;
import io.tenantlens.cost.allocation.Split;
import io.tenantlens.cost.allocation.SplitRule;
import io.tenantlens.cost.allocation.units.UnitPool.Rule;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnitAllocatorTest {

    private static final MeterKey METER = new MeterKey("db_query_seconds");
    private static final int DECIMALS = 6;

    private final UnitAllocator allocator = new UnitAllocator();

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyPools_areConservedToTheLastUnit(long seed) {
        var random = new SplittableRandom(seed);
        var tenants = 1 + random.nextInt(60);
        var pools = new ArrayList<UnitPool>();
        for (var i = 0; i < 1 + random.nextInt(8); i++) {
            pools.add(pool("pool" + i, random, rule(random, tenants)));
        }

        var allocation = allocator.allocate(pools, tenants);

        for (var pool = 0; pool < pools.size(); pool++) {
            var index = pool;
            var carried = IntStream.range(0, tenants)
                    .mapToLong(tenant -> allocation.share(index, tenant))
                    .sum();
            assertThat(carried + allocation.idle(pool) + allocation.unallocated(pool))
                    .isEqualTo(pools.get(pool).units());
            assertThat(carried).isEqualTo(allocation.allocated(pool));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void baseAndUsage_areThoseOfTheExactAllocator(long seed) {
        var random = new SplittableRandom(seed);
        var tenants = 1 + random.nextInt(20);
        var usage = random.longs(tenants, 0, 1_000_000).toArray();
        usage[0]++;
        var base = random.nextInt(101);
        var everybody = Weights.of(LongStream.generate(() -> 1).limit(tenants).toArray());
        var pool = pool("db", random, new Rule.BaseAndUsage(base * 100, everybody, Weights.of(usage)));

        var allocation = allocator.allocate(List.of(pool), tenants);

        var exact = CostAllocator.allocate(exactly(pool, base, usage));
        for (var tenant = 0; tenant < tenants; tenant++) {
            assertThat(BigDecimal.valueOf(allocation.share(0, tenant), DECIMALS))
                    .isEqualByComparingTo(exact.costOf(tenant(tenant)).total());
        }
    }

    @Test
    void zeroUsage_leavesItsPartUnallocatedAndStillSharesTheBase() {
        var rule = new Rule.BaseAndUsage(4_000, Weights.of(new long[] {1, 1}), Weights.of(new long[2]));

        var allocation = allocator.allocate(List.of(new UnitPool("db", 100, 0, IdlePolicy.SHARE, rule)), 2);

        assertThat(allocation.share(0, 0)).isEqualTo(20);
        assertThat(allocation.unallocated(0)).isEqualTo(60);
    }

    @Test
    void overhead_followsDirectCostAlone() {
        var direct = new UnitPool("cpu", 30, 0, IdlePolicy.SHARE, new Rule.ByUsage(Weights.of(new long[] {2, 1})));
        var even = new UnitPool("even", 500, 0, IdlePolicy.SHARE, new Rule.Even(Weights.of(new long[] {0, 1})));
        var overhead = new UnitPool("overhead", 90, 0, IdlePolicy.SHARE, new Rule.ByDirectCost());

        var allocation = allocator.allocate(List.of(overhead, direct, even), 2);

        assertThat(allocation.share(0, 0)).isEqualTo(60);
        assertThat(allocation.share(0, 1)).isEqualTo(30);
    }

    @Test
    void idleThatStandsApart_isCarriedByNobody() {
        var pool = new UnitPool("cpu", 100, 70, IdlePolicy.SEPARATE, new Rule.ByUsage(Weights.of(new long[] {1})));

        var allocation = allocator.allocate(List.of(pool), 1);

        assertThat(allocation.share(0, 0)).isEqualTo(30);
        assertThat(allocation.idle(0)).isEqualTo(70);
    }

    @Test
    void idleThatIsMoreThanThePool_isRefused() {
        assertThatThrownBy(() -> new UnitPool("cpu", 10, 11, IdlePolicy.SHARE, new Rule.Unknown()))
                .hasMessage("idle must be a part of the amount 10: 11");
    }

    private static AllocationRequest exactly(UnitPool pool, int base, long[] usage) {
        var quantities = new HashMap<TenantId, BigDecimal>();
        IntStream.range(0, usage.length).forEach(i -> quantities.put(tenant(i), BigDecimal.valueOf(usage[i])));
        var split = new Split(BigDecimal.valueOf(base), new SplitRule.Even(), new SplitRule.Weighted(METER));
        return new AllocationRequest(
                new Currency("BDT", DECIMALS),
                List.of(new CostPool(
                        pool.id(),
                        BigDecimal.valueOf(pool.units(), DECIMALS),
                        BigDecimal.valueOf(pool.idle(), DECIMALS),
                        new Sharing.Shared(split, List.of()))),
                IntStream.range(0, usage.length)
                        .mapToObj(UnitAllocatorTest::tenant)
                        .toList(),
                Map.of(METER, quantities),
                pool.policy());
    }

    private static TenantId tenant(int index) {
        return new TenantId("t" + index);
    }

    private static UnitPool pool(String id, SplittableRandom random, Rule rule) {
        var units = random.nextLong(-1_000_000, 100_000_000_000L);
        var policy = random.nextBoolean() ? IdlePolicy.SHARE : IdlePolicy.SEPARATE;
        return new UnitPool(id, units, units / 10 * random.nextInt(11), policy, rule);
    }

    private static Rule rule(SplittableRandom random, int tenants) {
        var most = 1 + random.nextLong(1_000_000_000_000L);
        var usage = Weights.of(
                random.nextInt(5) == 0
                        ? new long[tenants]
                        : random.longs(tenants, 0, most).toArray());
        var some = Weights.of(random.longs(tenants, 0, 2).toArray());
        return switch (random.nextInt(5)) {
            case 0 -> new Rule.ByUsage(usage);
            case 1 -> new Rule.Even(some);
            case 2 -> new Rule.ByDirectCost();
            case 3 -> new Rule.Unknown();
            default -> new Rule.BaseAndUsage(random.nextInt(UnitPool.WHOLE + 1), some, usage);
        };
    }
}
