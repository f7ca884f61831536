package io.tenantlens.api.cost.advice;

import io.tenantlens.api.cost.CostType;
import io.tenantlens.api.cost.platform.PlatformCost;
import io.tenantlens.api.cost.platform.PoolCost;
import io.tenantlens.api.cost.platform.TenantCost;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Applies the rules to the cost of some days. The same cost always gives the same advice. */
public final class CostAdviser {

    private static final BigDecimal BUSY = new BigDecimal("0.02");
    private static final BigDecimal READ = new BigDecimal("0.01");
    private static final BigDecimal LOW_HITS = new BigDecimal("0.6");
    private static final BigDecimal MISSES_TO_REACH = new BigDecimal("0.2");
    private static final BigDecimal MUCH_IDLE = new BigDecimal("0.3");
    private static final BigDecimal SPARE = new BigDecimal("0.1");
    private static final long FEWEST_LOOK_UPS = 1_000;
    private static final long MILLIS_OF_DAY = 86_400_000;
    private static final BigDecimal HOURS = BigDecimal.valueOf(24);

    private final BigDecimal days;

    /** @param days that were allocated of those looked at */
    public CostAdviser(int days) {
        this.days = BigDecimal.valueOf(Math.max(days, 1));
    }

    /** The largest saving first; a saving of less than a taka is none. */
    public List<Advice> advise(PlatformCost cost) {
        var shared = sharedDatabase(cost.tenants());
        return Stream.concat(
                        cost.tenants().stream()
                                .flatMap(tenant -> Stream.of(
                                                idleDatabase(tenant, shared), unread(tenant), misses(tenant))
                                        .flatMap(Optional::stream)),
                        cost.pools().stream().flatMap(pool -> idle(pool).stream()))
                .filter(advice -> advice.saving().compareTo(BigDecimal.ONE) >= 0)
                .sorted(Comparator.comparing(Advice::saving).reversed().thenComparing(Advice::subject))
                .toList();
    }

    private static BigDecimal sharedDatabase(List<TenantCost> tenants) {
        var costs = tenants.stream()
                .filter(tenant -> !tenant.dedicated())
                .map(tenant -> tenant.of(CostType.DATABASE))
                .filter(cost -> cost.signum() > 0)
                .toList();
        return costs.isEmpty()
                ? BigDecimal.ZERO
                : costs.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(costs.size()), MathContext.DECIMAL64);
    }

    private Optional<Advice> idleDatabase(TenantCost tenant, BigDecimal shared) {
        var busy = ratio(
                BigDecimal.valueOf(tenant.used().queryMillis()), days.multiply(BigDecimal.valueOf(MILLIS_OF_DAY)));
        return tenant.dedicated() && busy.compareTo(BUSY) < 0
                ? advice(
                        AdviceRule.IDLE_DATABASE,
                        tenant,
                        "queried for %s of the time".formatted(percent(busy)),
                        tenant.of(CostType.DATABASE).subtract(shared))
                : Optional.empty();
    }

    private Optional<Advice> unread(TenantCost tenant) {
        var stored = ratio(BigDecimal.valueOf(tenant.used().fileByteHours()), days.multiply(HOURS));
        if (stored.signum() == 0) {
            return Optional.empty();
        }
        var read = ratio(BigDecimal.valueOf(tenant.used().egressBytes()), stored);
        return read.compareTo(READ) < 0
                ? advice(
                        AdviceRule.UNREAD_STORAGE,
                        tenant,
                        "traffic of %s of the files".formatted(percent(read)),
                        tenant.of(CostType.FILE_STORAGE))
                : Optional.empty();
    }

    private static Optional<Advice> misses(TenantCost tenant) {
        var used = tenant.used();
        var lookUps = used.cacheHits() + used.cacheMisses();
        if (lookUps < FEWEST_LOOK_UPS) {
            return Optional.empty();
        }
        var hits = ratio(BigDecimal.valueOf(used.cacheHits()), BigDecimal.valueOf(lookUps));
        var misses = BigDecimal.ONE.subtract(hits);
        return hits.compareTo(LOW_HITS) < 0
                ? advice(
                        AdviceRule.LOW_CACHE_HITS,
                        tenant,
                        "%s of the look-ups hit".formatted(percent(hits)),
                        tenant.of(CostType.DATABASE).multiply(BigDecimal.ONE.subtract(ratio(MISSES_TO_REACH, misses))))
                : Optional.empty();
    }

    private static Optional<Advice> idle(PoolCost pool) {
        var idle = ratio(pool.idle(), pool.origin());
        return idle.compareTo(MUCH_IDLE) > 0
                ? Optional.of(new Advice(
                        AdviceRule.IDLE_CAPACITY,
                        Optional.empty(),
                        pool.title(),
                        "%s of it is idle".formatted(percent(idle)),
                        money(pool.idle().subtract(pool.origin().multiply(SPARE)))))
                : Optional.empty();
    }

    private static Optional<Advice> advice(AdviceRule rule, TenantCost tenant, String finding, BigDecimal saving) {
        return Optional.of(new Advice(rule, Optional.of(tenant.tenant()), tenant.name(), finding, money(saving)));
    }

    private static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? BigDecimal.ZERO : part.divide(whole, MathContext.DECIMAL64);
    }

    private static BigDecimal money(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    private static String percent(BigDecimal ratio) {
        return ratio.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + " %";
    }
}
