package io.tenantlens.cost.allocation;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import io.tenantlens.cost.allocation.CostAllocator.Division;
import io.tenantlens.cost.allocation.CostPool.Sharing;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.money.LargestRemainder;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Divides one pool: exact fractions first, then whole units by largest remainder. */
final class PoolDivider {

    /** Fractions carry this many digits more than amounts, so that their sum is far less than a unit off. */
    private static final int EXTRA_DIGITS = 40;

    private final AllocationRequest request;

    PoolDivider(AllocationRequest request) {
        this.request = request;
    }

    Division divide(CostPool pool, BigDecimal amount, Map<TenantId, BigDecimal> direct) {
        // What the currency cannot express is not given to anybody, and stays visible.
        var units = amount.setScale(request.currency().decimals(), RoundingMode.DOWN);
        var dust = amount.subtract(units);
        return switch (pool.sharing()) {
            case Sharing.Dedicated(var tenant) -> new Division(Map.of(tenant, units), dust);
            case Sharing.Shared(var split, var tenants) -> shared(split, tenants, units, dust, direct);
        };
    }

    /** The exact shares of an amount that a meter decides, and nothing else. */
    Map<TenantId, BigDecimal> metered(Split split, List<TenantId> tenants, BigDecimal amount) {
        var shares = new LinkedHashMap<TenantId, BigDecimal>();
        var base = baseOf(split, amount);
        addMetered(shares, split.base(), tenants, base);
        addMetered(shares, split.usage(), tenants, amount.subtract(base));
        return shares;
    }

    private void addMetered(
            Map<TenantId, BigDecimal> shares, SplitRule rule, List<TenantId> tenants, BigDecimal amount) {
        if (rule instanceof SplitRule.Weighted) {
            addExact(shares, rule, tenants, amount, Map.of());
        }
    }

    private Division shared(
            Split split, List<TenantId> tenants, BigDecimal units, BigDecimal dust, Map<TenantId, BigDecimal> direct) {
        var exact = new LinkedHashMap<TenantId, BigDecimal>();
        among(tenants).forEach(tenant -> exact.put(tenant, ZERO));
        var base = baseOf(split, units);
        var given = ZERO;
        given = addExact(exact, split.base(), tenants, base, direct) ? given.add(base) : given;
        given = addExact(exact, split.usage(), tenants, units.subtract(base), direct)
                ? given.add(units.subtract(base))
                : given;
        var whole = given.setScale(request.currency().decimals(), RoundingMode.HALF_UP);
        var rounded = LargestRemainder.round(
                List.copyOf(exact.values()), whole, request.currency().decimals());
        var shares = new LinkedHashMap<TenantId, BigDecimal>();
        var order = List.copyOf(exact.keySet());
        for (var i = 0; i < order.size(); i++) {
            shares.put(order.get(i), rounded.get(i));
        }
        return new Division(shares, units.subtract(whole).add(dust));
    }

    /** Adds the exact shares under a rule, or nothing and false if its weights are all zero. */
    private boolean addExact(
            Map<TenantId, BigDecimal> exact,
            SplitRule rule,
            List<TenantId> some,
            BigDecimal amount,
            Map<TenantId, BigDecimal> direct) {
        var tenants = among(some);
        var weights =
                tenants.stream().map(tenant -> weight(rule, tenant, direct)).toList();
        var sum = weights.stream().reduce(ZERO, BigDecimal::add);
        if (sum.signum() == 0) {
            return false;
        }
        var precise = new MathContext(EXTRA_DIGITS + amount.precision());
        for (var i = 0; i < tenants.size(); i++) {
            var share = amount.multiply(weights.get(i)).divide(sum, precise);
            exact.merge(tenants.get(i), share, BigDecimal::add);
        }
        return true;
    }

    private BigDecimal weight(SplitRule rule, TenantId tenant, Map<TenantId, BigDecimal> direct) {
        return switch (rule) {
            case SplitRule.Even() -> ONE;
            case SplitRule.Weighted(var meter) -> usage(meter, tenant);
            // A tenant whose direct cost is a refund has no share in what the others cause.
            case SplitRule.WeightedByCost() -> direct.getOrDefault(tenant, ZERO).max(ZERO);
            case SplitRule.Unknown() -> ZERO;
        };
    }

    private BigDecimal usage(MeterKey meter, TenantId tenant) {
        return request.usage().getOrDefault(meter, Map.of()).getOrDefault(tenant, ZERO);
    }

    private static BigDecimal baseOf(Split split, BigDecimal amount) {
        return amount.multiply(split.basePercent()).movePointLeft(2);
    }

    private List<TenantId> among(List<TenantId> some) {
        return some.isEmpty() ? request.tenants() : some;
    }
}
