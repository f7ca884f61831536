package io.tenantlens.api.cost.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantlens.api.cost.CostType;
import io.tenantlens.api.cost.platform.CostProof;
import io.tenantlens.api.cost.platform.PlatformCost;
import io.tenantlens.api.cost.platform.PoolCost;
import io.tenantlens.api.cost.platform.TenantCost;
import io.tenantlens.api.cost.platform.UsedFigures;
import io.tenantlens.api.cost.setting.CostPoolRule.Kind;
import io.tenantlens.api.directory.Tenant;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CostAdviserTest {

    private static final long DAY_MILLIS = 86_400_000;

    private final CostAdviser adviser = new CostAdviser(10);

    @Test
    void idleDedicatedDatabase_savesWhatASharedOneWouldNotCost() {
        var cedar = tenant("cedar", true, Map.of(CostType.DATABASE, "9000"), used(0, 0, DAY_MILLIS / 10, 0, 0));
        var acorn = tenant("acorn", false, Map.of(CostType.DATABASE, "1000"), UsedFigures.NONE);

        var advice = advise(List.of(cedar, acorn), List.of());

        assertThat(advice).hasSize(1);
        assertThat(advice.getFirst().rule()).isEqualTo(AdviceRule.IDLE_DATABASE);
        assertThat(advice.getFirst().saving()).isEqualByComparingTo("8000");
        assertThat(advice.getFirst().finding()).isEqualTo("queried for 1.0 % of the time");
    }

    @Test
    void busyDedicatedDatabase_isLeftAlone() {
        var cedar = tenant("cedar", true, Map.of(CostType.DATABASE, "9000"), used(0, 0, DAY_MILLIS, 0, 0));

        assertThat(advise(List.of(cedar), List.of())).isEmpty();
    }

    @Test
    void filesThatNobodyReads_mayGo() {
        var stored = 100_000_000_000L * 240; // 100 GB for ten days
        var birch = tenant("birch", false, Map.of(CostType.FILE_STORAGE, "93.50"), used(stored, 999_000_000, 0, 0, 0));
        var read = tenant("cedar", false, Map.of(CostType.FILE_STORAGE, "93.50"), used(stored, 1_000_000_000, 0, 0, 0));

        var advice = advise(List.of(birch, read), List.of());

        assertThat(advice).extracting(Advice::subject).containsExactly("birch");
        assertThat(advice.getFirst().saving()).isEqualByComparingTo("93.50");
    }

    @Test
    void lowCacheHits_costDatabaseQueries() {
        var acorn = tenant("acorn", false, Map.of(CostType.DATABASE, "500"), used(0, 0, 0, 600, 400));
        var birch = tenant("birch", false, Map.of(CostType.DATABASE, "500"), used(0, 0, 0, 500, 500));

        var advice = advise(List.of(acorn, birch), List.of());

        assertThat(advice).extracting(Advice::subject).containsExactly("birch");
        assertThat(advice.getFirst().saving()).isEqualByComparingTo("300");
    }

    @Test
    void idleCapacity_isOfThePlatform() {
        var cpu = pool("1000", "600");
        var busy = pool("1000", "300");

        var advice = advise(List.of(), List.of(cpu, busy));

        assertThat(advice).hasSize(1);
        assertThat(advice.getFirst().tenant()).isEmpty();
        assertThat(advice.getFirst().saving()).isEqualByComparingTo("500");
    }

    private List<Advice> advise(List<TenantCost> tenants, List<PoolCost> pools) {
        var none = BigDecimal.ZERO;
        return adviser.advise(new PlatformCost(
                new CostProof(10, 10, none, none, none, none, Optional.empty()), pools, List.of(), tenants));
    }

    private static PoolCost pool(String origin, String idle) {
        var all = new BigDecimal(origin);
        var unused = new BigDecimal(idle);
        return new PoolCost(
                "cpu",
                "Processor",
                CostType.COMPUTE,
                Kind.SHARED,
                "usage",
                all,
                all.subtract(unused),
                unused,
                BigDecimal.ZERO);
    }

    private static UsedFigures used(long fileByteHours, long egress, long queryMillis, long hits, long misses) {
        return new UsedFigures(0, 0, 0, fileByteHours, fileByteHours, egress, queryMillis, hits, misses);
    }

    private static TenantCost tenant(String slug, boolean dedicated, Map<CostType, String> costs, UsedFigures used) {
        var byType = new TreeMap<CostType, BigDecimal>();
        costs.forEach((type, amount) -> byType.put(type, new BigDecimal(amount)));
        var total = byType.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new TenantCost(
                new TenantId(slug),
                slug,
                Tenant.Tier.GROWTH,
                "growth",
                dedicated,
                total,
                byType,
                BigDecimal.ZERO,
                used);
    }
}
