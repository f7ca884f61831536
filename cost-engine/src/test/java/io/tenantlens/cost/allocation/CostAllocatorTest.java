package io.tenantlens.cost.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantlens.cost.allocation.CostPool.Sharing;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CostAllocatorTest {

    private static final TenantId ACORN = new TenantId("acorn");
    private static final TenantId BIRCH = new TenantId("birch");
    private static final TenantId CEDAR = new TenantId("cedar");
    private static final MeterKey SECONDS = new MeterKey("db_query_seconds");
    private static final Map<MeterKey, Map<TenantId, BigDecimal>> USAGE = Map.of(
            SECONDS, Map.of(ACORN, new BigDecimal("28"), BIRCH, new BigDecimal("36"), CEDAR, new BigDecimal("18")));

    @Test
    void basePart_isSplitEvenlyAndTheRestByUsage() {
        var split = new Split(new BigDecimal("40"), new SplitRule.Even(), new SplitRule.Weighted(SECONDS));

        var allocation = allocate(IdlePolicy.SEPARATE, shared("112.00", "30.00", split));

        assertThat(allocation.costOf(ACORN).total()).isEqualByComparingTo("27.74");
        assertThat(allocation.costOf(BIRCH).total()).isEqualByComparingTo("32.53");
        assertThat(allocation.costOf(CEDAR).total()).isEqualByComparingTo("21.73");
        assertThat(allocation.idle()).isEqualByComparingTo("30");
        assertThat(allocation.conserves()).isTrue();
    }

    @Test
    void overhead_followsDirectCost_notWhatWasSharedEvenly() {
        var dedicated = new CostPool("db-cedar", new BigDecimal("90"), BigDecimal.ZERO, new Sharing.Dedicated(CEDAR));
        var even = shared("300", "0", Split.by(new SplitRule.Even()));
        var overhead = new CostPool(
                "overhead",
                new BigDecimal("10"),
                BigDecimal.ZERO,
                new Sharing.Shared(Split.by(new SplitRule.WeightedByCost()), List.of()));

        var allocation = allocate(IdlePolicy.SHARE, dedicated, even, overhead);

        assertThat(allocation.costOf(CEDAR).byPool()).containsEntry("overhead", new BigDecimal("10.00"));
    }

    @Test
    void unknownWeights_leaveTheAmountUnallocated() {
        var pool = shared("27.00", "27.00", Split.by(new SplitRule.Weighted(new MeterKey("gpu_seconds"))));

        var allocation = allocate(IdlePolicy.SHARE, pool);

        assertThat(allocation.unallocated()).isEqualByComparingTo("27");
        assertThat(allocation.conserves()).isTrue();
    }

    @Test
    void poolOfSomeTenants_costsTheOthersNothing() {
        var sharing = new Sharing.Shared(Split.by(new SplitRule.Even()), List.of(ACORN, BIRCH));
        var pool = new CostPool("db-shared", new BigDecimal("0.05"), BigDecimal.ZERO, sharing);

        var allocation = allocate(IdlePolicy.SHARE, pool);

        assertThat(allocation.costOf(ACORN).total()).isEqualByComparingTo("0.03");
        assertThat(allocation.costOf(BIRCH).total()).isEqualByComparingTo("0.02");
        assertThat(allocation.costOf(CEDAR).byPool()).isEmpty();
    }

    @Test
    void idle_thatIsMoreThanThePool_isRefused() {
        assertThatThrownBy(() -> shared("10", "11", Split.by(new SplitRule.Even())))
                .hasMessage("idle must be a part of the amount 10: 11");
    }

    @Test
    void anyPools_areConserved() {
        var random = new Random(20261001);
        for (var run = 0; run < 1_000; run++) {
            assertThat(CostAllocator.allocate(random(random)).conserves()).isTrue();
        }
    }

    private static AllocationRequest random(Random random) {
        var tenants = new ArrayList<TenantId>();
        var usage = new HashMap<TenantId, BigDecimal>();
        for (var i = 0; i <= random.nextInt(12); i++) {
            tenants.add(new TenantId("t" + i));
            usage.put(
                    tenants.get(i), BigDecimal.valueOf(random.nextLong(3) * random.nextLong(1_000), random.nextInt(4)));
        }
        var pools = new ArrayList<CostPool>();
        for (var i = 0; i <= random.nextInt(6); i++) {
            var amount = BigDecimal.valueOf(random.nextInt(-100_000, 1_000_000), random.nextInt(5));
            var idle = amount.multiply(BigDecimal.valueOf(random.nextInt(11), 1));
            var split = new Split(BigDecimal.valueOf(random.nextInt(101)), rule(random), rule(random));
            var sharing = random.nextInt(3) == 0
                    ? new Sharing.Dedicated(tenants.getFirst())
                    : new Sharing.Shared(split, List.of());
            pools.add(new CostPool("pool" + i, amount, idle, sharing));
        }
        var policy = random.nextBoolean() ? IdlePolicy.SHARE : IdlePolicy.SEPARATE;
        return new AllocationRequest(Currency.BDT, pools, tenants, Map.of(SECONDS, usage), policy);
    }

    private static SplitRule rule(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new SplitRule.Even();
            case 1 -> new SplitRule.WeightedByCost();
            case 2 -> new SplitRule.Unknown();
            default -> new SplitRule.Weighted(SECONDS);
        };
    }

    private static CostPool shared(String amount, String idle, Split split) {
        return new CostPool(
                "db-shared", new BigDecimal(amount), new BigDecimal(idle), new Sharing.Shared(split, List.of()));
    }

    private static Allocation allocate(IdlePolicy idle, CostPool... pools) {
        return CostAllocator.allocate(
                new AllocationRequest(Currency.BDT, List.of(pools), List.of(ACORN, BIRCH, CEDAR), USAGE, idle));
    }
}
