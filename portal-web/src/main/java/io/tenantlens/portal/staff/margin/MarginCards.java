package io.tenantlens.portal.staff.margin;

import io.tenantlens.api.margin.TenantMargin;
import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.chart.NumberLabels;
import io.tenantlens.portal.chart.Point;
import io.tenantlens.portal.chart.Series;
import io.tenantlens.portal.format.Figure;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.staff.margin.MarginPage.GroupRow;
import io.tenantlens.portal.staff.margin.MarginPage.Sensitivity;
import io.tenantlens.portal.staff.margin.MarginPage.Total;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words the parts of the margin page that are about many tenants. */
final class MarginCards {

    private final Look look;

    MarginCards(Look look) {
        this.look = look;
    }

    List<Figure> figures(List<TenantSum> tenants) {
        var now = sum(tenants.stream().map(TenantSum::now));
        var before = sum(tenants.stream().map(TenantSum::before));
        return List.of(
                new Figure("Revenue", look.headline(now.revenue(), "BDT"), versus(now.revenue(), before.revenue())),
                new Figure("Cost of the tenants", look.headline(now.cost(), "BDT"), versus(now.cost(), before.cost())),
                new Figure("Margin", look.headline(now.amount(), "BDT"), versus(now.amount(), before.amount())),
                new Figure("Of revenue", look.percent(now.ratio(), 1), "margin over revenue; none without revenue"),
                new Figure(
                        "Loss makers",
                        look.number(tenants.stream()
                                .filter(one -> one.now().isLoss())
                                .count()),
                        "tenants that cost more than they pay, of " + look.number(tenants.size())));
    }

    private String versus(BigDecimal now, BigDecimal before) {
        var change = look.change(now, before);
        return change.isEmpty() ? "nothing to compare with" : change + " against the months before";
    }

    Total total(List<TenantSum> tenants) {
        var now = sum(tenants.stream().map(TenantSum::now));
        return new Total(money(now.revenue()), money(now.cost()), money(now.amount()), look.percent(now.ratio(), 1));
    }

    List<GroupRow> groups(List<TenantSum> tenants, Function<TenantSum, String> group) {
        var groups = new TreeMap<String, List<TenantSum>>();
        tenants.forEach(one ->
                groups.computeIfAbsent(group.apply(one), _ -> new ArrayList<>()).add(one));
        return groups.entrySet().stream()
                .map(entry -> {
                    var now = sum(entry.getValue().stream().map(TenantSum::now));
                    return new GroupRow(
                            entry.getKey(),
                            look.number(entry.getValue().size()),
                            money(now.revenue()),
                            money(now.cost()),
                            money(now.amount()),
                            look.percent(now.ratio(), 1),
                            look.number(losses(entry.getValue(), BigDecimal.ONE)));
                })
                .toList();
    }

    Sensitivity sensitivity(List<TenantSum> tenants, MarginChoice choice) {
        var one = BigDecimal.ONE;
        return new Sensitivity(
                choice.percent(),
                List.of(
                        assumed("Cost " + choice.percent() + " % lower", tenants, one.subtract(choice.factor())),
                        assumed("As it is", tenants, one),
                        assumed("Cost " + choice.percent() + " % higher", tenants, one.add(choice.factor()))));
    }

    private Sensitivity.Case assumed(String name, List<TenantSum> tenants, BigDecimal factor) {
        var sum = sum(tenants.stream().map(TenantSum::now)).withCost(factor);
        return new Sensitivity.Case(
                name,
                money(sum.cost()),
                money(sum.amount()),
                look.percent(sum.ratio(), 1),
                look.number(losses(tenants, factor)));
    }

    private static long losses(List<TenantSum> tenants, BigDecimal factor) {
        return tenants.stream()
                .filter(one -> one.now().withCost(factor).isLoss())
                .count();
    }

    /** All months up to the last one shown. */
    Chart trend(List<TenantMargin> months) {
        var byMonth = new TreeMap<YearMonth, MarginSum>();
        months.forEach(one -> byMonth.merge(one.month(), MarginSum.of(List.of(one)), MarginSum::plus));
        var open = YearMonth.from(look.today());
        return new Chart(
                "trend",
                "Revenue, cost and margin a month",
                Chart.Form.AREA,
                byMonth.keySet().stream()
                        .map(month -> new Point(look.month(month), look.month(month), null, month.equals(open)))
                        .toList(),
                List.of(
                        series("Revenue", byMonth, MarginSum::revenue),
                        series("Cost", byMonth, MarginSum::cost),
                        series("Margin", byMonth, MarginSum::amount)),
                new NumberLabels(
                        value -> look.shortQuantity(value, "BDT"),
                        value -> value == null ? "no data" : look.quantity(value, "BDT")));
    }

    private static Series series(
            String name, SortedMap<YearMonth, MarginSum> months, Function<MarginSum, BigDecimal> value) {
        return Series.main(
                name, months.values().stream().<@Nullable BigDecimal>map(value).toList());
    }

    private static MarginSum sum(Stream<MarginSum> sums) {
        return sums.reduce(MarginSum.NONE, MarginSum::plus);
    }

    private String money(BigDecimal amount) {
        return look.quantity(amount, "BDT");
    }
}
