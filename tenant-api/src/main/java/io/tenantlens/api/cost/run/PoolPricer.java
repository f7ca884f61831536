package io.tenantlens.api.cost.run;

import io.tenantlens.api.cost.CostType;
import io.tenantlens.api.cost.Micros;
import io.tenantlens.api.cost.run.PricedPool.Source;
import io.tenantlens.api.cost.setting.CostPoolRule;
import io.tenantlens.api.cost.setting.CostPoolRule.Kind;
import io.tenantlens.api.cost.setting.CostRules;
import io.tenantlens.api.cost.setting.PoolSplit;
import io.tenantlens.api.cost.setting.UnitCost;
import io.tenantlens.cost.allocation.IdlePolicy;
import io.tenantlens.cost.allocation.units.UnitPool;
import io.tenantlens.cost.allocation.units.UnitPool.Rule;
import io.tenantlens.cost.allocation.units.Weights;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What each pool costs in one window, and how it is to be divided. */
final class PoolPricer {

    private static final MathContext PRECISE = new MathContext(40);

    private final CostRules rules;
    private final CostTenants tenants;
    private final BilledCosts bills;
    private final CostWindow window;
    private final long[][] usage;

    PoolPricer(CostRules rules, CostTenants tenants, BilledCosts bills, CostWindow window, long[][] usage) {
        this.rules = rules;
        this.tenants = tenants;
        this.bills = bills;
        this.window = window;
        this.usage = usage;
    }

    List<PricedPool> price() {
        var priced = new ArrayList<PricedPool>();
        for (var rule : rules.pools()) {
            var bill = bills.of(rule.pool(), window.day());
            if (bill.isPresent()) {
                addBill(priced, rule, bill.get());
            } else {
                rules.unitCost(rule.unitCost()).ifPresent(cost -> priced.add(price(rule, cost)));
            }
        }
        var unknown = bills.pools(window.day());
        rules.pools().forEach(rule -> unknown.remove(rule.pool()));
        unknown.forEach(pool -> bills.of(pool, window.day()).ifPresent(bill -> addBill(priced, ruleless(pool), bill)));
        return priced;
    }

    /** A pool that a bill names and no setting knows: what names a tenant is the tenant's, the rest stays unallocated. */
    private CostPoolRule ruleless(String pool) {
        return new CostPoolRule(
                pool,
                window.day(),
                pool,
                CostType.OTHER,
                Kind.SHARED,
                CostPoolRule.Hosting.ALL,
                null,
                null,
                null,
                IdlePolicy.SEPARATE,
                new PoolSplit.Weighted(pool));
    }

    private PricedPool price(CostPoolRule rule, UnitCost cost) {
        var dedicated = rule.kind() == Kind.DEDICATED;
        var instances = dedicated ? Weights.even(tenants.takingPart(rule.hosting(), window.day())) : null;
        var used = rule.driver() == null ? fixed(cost) : measured(rule, cost);
        if (instances != null) {
            used = used.multiply(BigDecimal.valueOf(instances.sum()));
        }
        var paid = rule.capacityPerHour() == null
                ? used
                : used.max(perUnit(cost).multiply(rule.capacityPerHour()).multiply(window.hours()));
        var units = Micros.rounded(paid);
        var idle = units - Math.min(Micros.rounded(used), units);
        var division = instances == null ? division(rule) : new Rule.ByUsage(instances);
        return new PricedPool(
                rule,
                new UnitPool(rule.pool(), units, idle, rule.idle(), division),
                BigDecimal.ZERO,
                Source.USAGE,
                weight(rule));
    }

    /** An amount a month accrues hour by hour. */
    private BigDecimal fixed(UnitCost cost) {
        return perUnit(cost).multiply(window.hours());
    }

    private BigDecimal measured(CostPoolRule rule, UnitCost cost) {
        var place = rules.indexOf(rule.driver());
        if (place < 0) {
            return BigDecimal.ZERO;
        }
        return rules.drivers().get(place).units(used(rule, place), PRECISE).multiply(perUnit(cost), PRECISE);
    }

    private long used(CostPoolRule rule, int place) {
        var hosted = tenants.hosted(rule.hosting());
        return IntStream.range(0, hosted.length)
                .filter(tenant -> hosted[tenant])
                .mapToLong(tenant -> Math.max(usage[place][tenant], 0))
                .sum();
    }

    private BigDecimal weight(CostPoolRule rule) {
        return switch (rule.split()) {
            case PoolSplit.Even() ->
                BigDecimal.valueOf(Weights.even(tenants.takingPart(rule.hosting(), window.day()))
                        .sum());
            case PoolSplit.Weighted(var driver) -> quantity(rule, driver);
            case PoolSplit.BaseAndWeighted split -> quantity(rule, split.driver());
            case PoolSplit.WeightedByCost() -> BigDecimal.ZERO;
        };
    }

    private BigDecimal quantity(CostPoolRule rule, String driver) {
        var place = rules.indexOf(driver);
        return place < 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(
                        used(rule, place), rules.drivers().get(place).decimals());
    }

    /** Of a month's price, the part for an hour. */
    private BigDecimal perUnit(UnitCost cost) {
        return cost.perMonth() ? cost.amount().divide(window.hoursOfMonth(), PRECISE) : cost.amount();
    }

    private Rule division(CostPoolRule rule) {
        return switch (rule.split()) {
            case PoolSplit.Even() -> new Rule.Even(Weights.even(tenants.takingPart(rule.hosting(), window.day())));
            case PoolSplit.Weighted(var driver) -> new Rule.ByUsage(weights(rule, driver));
            case PoolSplit.BaseAndWeighted(var base, var driver) ->
                new Rule.BaseAndUsage(
                        base, Weights.even(tenants.takingPart(rule.hosting(), window.day())), weights(rule, driver));
            case PoolSplit.WeightedByCost() -> new Rule.ByDirectCost();
        };
    }

    private Weights weights(CostPoolRule rule, String driver) {
        var place = rules.indexOf(driver);
        return place < 0
                ? Weights.of(new long[tenants.size()])
                : Weights.among(tenants.hosted(rule.hosting()), usage[place]);
    }

    /** What names a tenant is the tenant's, a refund too; what names none that is known stays unallocated. */
    private void addBill(List<PricedPool> priced, CostPoolRule rule, BilledCosts.Bill bill) {
        var charged = new long[tenants.size()];
        var refunded = new long[tenants.size()];
        bill.own().forEach((slug, cost) -> {
            var place = tenants.place(slug);
            var units = Micros.cut(cost);
            if (place < 0) {
                priced.add(billed(rule, units, cost, new Rule.Unknown()));
            } else {
                (units < 0 ? refunded : charged)[place] = Math.abs(units);
                priced.add(billed(rule, 0, cost.subtract(Micros.decimal(units)), new Rule.Unknown()));
            }
        });
        addOwn(priced, rule, charged, 1);
        addOwn(priced, rule, refunded, -1);
        priced.add(billed(rule, Micros.cut(bill.shared()), bill.shared(), division(rule), weight(rule)));
    }

    private static void addOwn(List<PricedPool> priced, CostPoolRule rule, long[] amounts, int sign) {
        var sum = Arrays.stream(amounts).sum();
        if (sum > 0) {
            priced.add(billed(rule, sign * sum, Micros.decimal(sign * sum), new Rule.ByUsage(Weights.of(amounts))));
        }
    }

    private static PricedPool billed(CostPoolRule rule, long units, BigDecimal exact, Rule division) {
        return billed(rule, units, exact, division, BigDecimal.ZERO);
    }

    private static PricedPool billed(
            CostPoolRule rule, long units, BigDecimal exact, Rule division, BigDecimal weights) {
        var dust = exact.subtract(Micros.decimal(units));
        return new PricedPool(
                rule, new UnitPool(rule.pool(), units, 0, rule.idle(), division), dust, Source.BILL, weights);
    }
}
