package io.tenantlens.portal.staff.costs.tenant;

import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.cost.budget.BudgetUse;
import io.tenantlens.api.cost.budget.CostBudgets;
import io.tenantlens.api.cost.report.CostLine;
import io.tenantlens.api.cost.report.CostLine.Method;
import io.tenantlens.api.cost.report.CostPoint;
import io.tenantlens.api.cost.report.TenantCostLines;
import io.tenantlens.api.cost.report.TenantCosts;
import io.tenantlens.api.directory.Tenant;
import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.api.usage.Interval;
import io.tenantlens.portal.format.Figure;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.range.ChosenRange;
import io.tenantlens.portal.range.RangePicker;
import io.tenantlens.portal.staff.costs.CostCharts;
import io.tenantlens.portal.staff.costs.CostCharts.Part;
import io.tenantlens.portal.staff.costs.tenant.TenantCostPage.Line;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what one tenant costs over the chosen days. */
@Singleton
class TenantCostReader {

    private final TenantCosts costs;
    private final TenantCostLines lines;
    private final CostBudgets budgets;
    private final MeterCatalogue meters;

    @Inject
    TenantCostReader(TenantCosts costs, TenantCostLines lines, CostBudgets budgets, MeterCatalogue meters) {
        this.costs = costs;
        this.lines = lines;
        this.budgets = budgets;
        this.meters = meters;
    }

    static String path(String slug) {
        return "/staff/costs/tenants/" + slug;
    }

    /** @param sent the form as it was refused; null to show the budget in force */
    TenantCostPage read(StaffVisit visit, Tenant tenant, ChosenRange chosen, @Nullable BudgetForm sent) {
        var look = visit.look();
        var scope = visit.scope();
        var points = costs.points(scope, tenant.id(), chosen.dates(), Interval.DAY, tenant.timeZone());
        var total = points.stream().map(CostPoint::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        var use = budgets.of(scope, tenant.id(), YearMonth.from(look.today()));
        return new TenantCostPage(
                visit.frame(),
                tenant.id().value(),
                tenant.name(),
                RangePicker.of(chosen, path(tenant.id().value()), Map.of(), look),
                figures(total, use, look),
                new CostCharts(chosen, look)
                        .stacked(
                                "Cost of " + tenant.name(),
                                points.stream().flatMap(TenantCostReader::parts).toList()),
                lines.of(scope, tenant.id(), chosen.dates()).stream()
                        .map(line -> line(line, look))
                        .toList(),
                look.quantity(total, "BDT"),
                scope.may(Area.BILLING, Access.WRITE)
                        ? sent == null
                                ? BudgetForm.of(use.map(BudgetUse::budget).orElse(null))
                                : sent
                        : null);
    }

    private static Stream<Part> parts(CostPoint point) {
        return point.byType().entrySet().stream()
                .map(type -> new Part(point.start().toLocalDate(), type.getKey().title(), type.getValue()));
    }

    private static List<Figure> figures(BigDecimal total, Optional<BudgetUse> use, Look look) {
        return List.of(
                new Figure("Cost", look.headline(total, "BDT"), "of the days shown, with what is shared and overhead"),
                new Figure(
                        "This month so far",
                        look.quantity(use.map(BudgetUse::spent).orElse(null), "BDT"),
                        use.flatMap(BudgetUse::expected)
                                .map(month -> "expected %s, nine times of ten between %s and %s"
                                        .formatted(
                                                look.quantity(month.value(), "BDT"),
                                                look.quantity(month.low(), "BDT"),
                                                look.quantity(month.high(), "BDT")))
                                .orElse("too few days to tell what to expect")),
                new Figure(
                        "Budget a month",
                        look.quantity(use.map(BudgetUse::budget).orElse(null), "BDT"),
                        use.map(BudgetUse::used)
                                .map(used -> look.percent(used, 1) + " used; an alert comes at 90 %")
                                .orElse("none is set")));
    }

    private Line line(CostLine line, Look look) {
        return new Line(
                line.title(),
                line.type().title(),
                method(line),
                weight(line, line.weight(), look),
                line.method() == Method.EVEN ? "" : weight(line, line.weights(), look),
                look.percent(
                        line.pool().signum() == 0 ? null : line.amount().divide(line.pool(), MathContext.DECIMAL64), 2),
                look.quantity(line.amount(), "BDT"));
    }

    private String method(CostLine line) {
        var driver = line.driver()
                .flatMap(one -> meters.find(one.meter()))
                .map(meter -> meter.title().toLowerCase(Locale.ROOT))
                .orElse("usage");
        return switch (line.method()) {
            case OWN -> "its own instance";
            case EVEN -> "the same for each";
            case WEIGHTED -> "by " + driver;
            case BASE_AND_WEIGHTED -> "a base evenly, the rest by " + driver;
            case BY_COST -> "by direct cost";
            case UNKNOWN -> "as the bill says";
        };
    }

    private String weight(CostLine line, BigDecimal weight, Look look) {
        return line.driver()
                .flatMap(one -> meters.find(one.meter()))
                .map(meter -> look.quantity(weight, meter.unit()))
                .orElse("");
    }
}
