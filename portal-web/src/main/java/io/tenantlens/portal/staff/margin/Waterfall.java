package io.tenantlens.portal.staff.margin;

import io.tenantlens.api.cost.CostType;
import io.tenantlens.api.margin.PlatformMargin;
import io.tenantlens.api.margin.PlatformMargin.Uncarried;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.staff.margin.MarginPage.Step;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** From revenue down to what is left: each type of cost takes its part, then what no tenant carries. */
final class Waterfall {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    /** An amount and what was left before and after it. */
    private record Fall(String name, BigDecimal amount, BigDecimal from, BigDecimal to, String colour) {}

    private final List<Fall> falls = new ArrayList<>();
    private final BigDecimal revenue;
    private final Look look;
    private BigDecimal left;

    private Waterfall(BigDecimal revenue, Look look) {
        this.revenue = revenue;
        this.look = look;
        this.left = revenue;
        falls.add(new Fall("Revenue", revenue, BigDecimal.ZERO, revenue, ""));
    }

    static List<Step> of(PlatformMargin margin, BigDecimal revenue, Look look) {
        var waterfall = new Waterfall(revenue, look);
        var byType = new TreeMap<CostType, BigDecimal>();
        margin.tenants()
                .forEach(one -> one.byType().forEach((type, amount) -> byType.merge(type, amount, BigDecimal::add)));
        byType.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(type -> waterfall.fall(type.getKey().title(), type.getValue()));
        waterfall.stand("Margin of the tenants");
        waterfall.fall(
                "Idle", sum(margin.uncarried().stream().map(Uncarried::idle).toList()));
        waterfall.fall(
                "Unallocated",
                sum(margin.uncarried().stream().map(Uncarried::unallocated).toList()));
        waterfall.stand("Left for the platform");
        return waterfall.steps();
    }

    private void fall(String name, BigDecimal amount) {
        var after = left.subtract(amount);
        falls.add(new Fall(name, amount.negate(), left, after, "warn"));
        left = after;
    }

    private void stand(String name) {
        falls.add(new Fall(name, left, BigDecimal.ZERO, left, left.signum() < 0 ? "bad" : ""));
    }

    private List<Step> steps() {
        var lowest = falls.stream().map(fall -> fall.from().min(fall.to())).reduce(BigDecimal.ZERO, BigDecimal::min);
        var highest = falls.stream().map(fall -> fall.from().max(fall.to())).reduce(BigDecimal.ZERO, BigDecimal::max);
        var span = highest.subtract(lowest);
        return falls.stream()
                .map(fall -> new Step(
                        fall.name(),
                        look.quantity(fall.amount(), "BDT"),
                        look.percent(ratio(fall.amount(), revenue), 1),
                        look.quantity(fall.to(), "BDT"),
                        percent(fall.from().min(fall.to()).subtract(lowest), span),
                        percent(fall.from().subtract(fall.to()).abs(), span),
                        fall.colour()))
                .toList();
    }

    private static String percent(BigDecimal part, BigDecimal span) {
        var ratio = ratio(part, span);
        return ratio == null
                ? "0%"
                : ratio.multiply(HUNDRED)
                                .setScale(DECIMALS, RoundingMode.HALF_UP)
                                .toPlainString() + "%";
    }

    private static @Nullable BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 ? null : part.divide(whole, MathContext.DECIMAL64);
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
