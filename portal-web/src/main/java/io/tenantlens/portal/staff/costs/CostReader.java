package io.tenantlens.portal.staff.costs;

import io.tenantlens.api.cost.budget.CostBudgets;
import io.tenantlens.api.cost.platform.PlatformCosts;
import io.tenantlens.api.cost.platform.TenantCost;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.range.ChosenRange;
import io.tenantlens.portal.range.RangePicker;
import io.tenantlens.portal.staff.forecast.ForecastCard;
import io.tenantlens.portal.table.TableChoice;
import io.tenantlens.portal.table.TableView;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what all tenants cost over the chosen days. */
@Singleton
class CostReader {

    static final String PATH = "/staff/costs";

    private static final int LEARNT_FROM = 56;

    private final PlatformCosts costs;
    private final CostBudgets budgets;

    @Inject
    CostReader(PlatformCosts costs, CostBudgets budgets) {
        this.costs = costs;
        this.budgets = budgets;
    }

    static String href(TenantId tenant) {
        return PATH + "/tenants/" + tenant;
    }

    CostPage read(StaffVisit visit, ChosenRange chosen, TableChoice choice, @Nullable String groupBy) {
        var look = visit.look();
        var grouping = CostGrouping.of(groupBy);
        var cost = costs.read(visit.scope(), chosen.dates(), chosen.before());
        var cards = new CostCards(look);
        var view = new TableView<>(TenantRows.TABLE, choice, kept(chosen, grouping), look);
        var found = view.sorted(cost.tenants());
        var rows = new TenantRows(cost.ofTenants(), look);
        var kept = Map.of("groupBy", grouping.key());
        return new CostPage(
                visit.frame(),
                RangePicker.of(chosen, PATH, kept, look),
                cards.figures(cost),
                CostGrouping.choices(grouping, chosen.query()),
                new CostCharts(chosen, look)
                        .stacked(
                                "Cost of the platform",
                                cost.slices().stream().flatMap(grouping::parts).toList()),
                cards.proof(cost),
                cards.pools(cost),
                ForecastCard.of("Cost a day, expected", "Cost", learnt(visit), look),
                view.frame(found),
                view.shown(found).stream()
                        .map(one -> rows.row(one, chosen.query()))
                        .toList(),
                cards.budgets(budgets.uses(visit.scope(), YearMonth.from(look.today()))),
                cards.advice(cost));
    }

    List<TenantCost> tenants(StaffVisit visit, ChosenRange chosen, TableChoice choice) {
        var all = costs.tenants(visit.scope(), chosen.dates(), chosen.before());
        return new TableView<>(TenantRows.TABLE, choice, chosen.query(), visit.look()).sorted(all);
    }

    private static String kept(ChosenRange chosen, CostGrouping grouping) {
        return chosen.query() + "&groupBy=" + grouping.key();
    }

    /** Whole days of the platform; one that was not allocated cost nothing that is known of. */
    private SortedMap<LocalDate, BigDecimal> learnt(StaffVisit visit) {
        var today = visit.look().today();
        var known = new TreeMap<>(costs.origins(visit.scope(), new DateRange(today.minusDays(LEARNT_FROM), today)));
        if (!known.isEmpty()) {
            known.firstKey().datesUntil(today).forEach(day -> known.putIfAbsent(day, BigDecimal.ZERO));
        }
        return known;
    }
}
