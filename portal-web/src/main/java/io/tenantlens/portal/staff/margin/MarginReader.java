package io.tenantlens.portal.staff.margin;

import io.tenantlens.api.margin.Margins;
import io.tenantlens.api.margin.PlatformMargin;
import io.tenantlens.api.margin.TenantMargin;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.range.ChosenRange;
import io.tenantlens.portal.range.RangePicker;
import io.tenantlens.portal.staff.margin.MarginPage.Choice;
import io.tenantlens.portal.table.TableChoice;
import io.tenantlens.portal.table.TableView;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads the margin of all tenants over the months that the chosen days touch. */
@Singleton
class MarginReader {

    private static final int TREND = 13;

    private final Margins margins;

    @Inject
    MarginReader(Margins margins) {
        this.margins = margins;
    }

    /** Whole months from a first one to before another. */
    private record Months(YearMonth from, YearMonth until) {

        static Months of(ChosenRange chosen) {
            return new Months(
                    YearMonth.from(chosen.first()),
                    YearMonth.from(chosen.last()).plusMonths(1));
        }

        Months before() {
            var count = from.until(until, ChronoUnit.MONTHS);
            return new Months(from.minusMonths(count), from);
        }

        boolean contains(YearMonth month) {
            return !month.isBefore(from) && month.isBefore(until);
        }
    }

    MarginPage read(StaffVisit visit, ChosenRange chosen, MarginChoice choice, TableChoice table) {
        var look = visit.look();
        var months = Months.of(chosen);
        var first = months.until().minusMonths(TREND).isBefore(months.before().from())
                ? months.until().minusMonths(TREND)
                : months.before().from();
        var all = margins.read(visit.scope(), first, months.until());
        var shown = of(all, months);
        var tenants = sums(all, months);
        var cards = new MarginCards(look);
        var view = new TableView<>(
                MarginRows.TABLE,
                table,
                chosen.query() + choice.query() + (choice.lossesOnly() ? "&only=losses" : ""),
                look);
        var found = view.sorted(listed(tenants, choice));
        var rows = new MarginRows(look);
        return new MarginPage(
                visit.frame(),
                RangePicker.of(chosen, MarginRows.PATH, Map.of("change", "" + choice.percent()), look),
                months.from().plusMonths(1).equals(months.until())
                        ? look.month(months.from())
                        : look.month(months.from()) + " – "
                                + look.month(months.until().minusMonths(1)),
                MarginSum.of(shown.tenants()).basis(),
                cards.figures(tenants),
                Waterfall.of(shown, MarginSum.of(shown.tenants()).revenue(), look),
                cards.trend(all.tenants()),
                cards.groups(tenants, one -> one.tier().name().toLowerCase(Locale.ROOT)),
                cards.groups(tenants, TenantSum::plan),
                cards.sensitivity(tenants, choice),
                lists(chosen, choice),
                view.frame(found),
                view.shown(found).stream()
                        .map(one -> rows.row(one, chosen.query()))
                        .toList(),
                cards.total(tenants));
    }

    /** Every tenant that the search finds, in the chosen order. */
    List<TenantSum> tenants(StaffVisit visit, ChosenRange chosen, MarginChoice choice, TableChoice table) {
        var months = Months.of(chosen);
        var all = margins.read(visit.scope(), months.before().from(), months.until());
        return new TableView<>(MarginRows.TABLE, table, "", visit.look()).sorted(listed(sums(all, months), choice));
    }

    private static List<TenantSum> listed(List<TenantSum> tenants, MarginChoice choice) {
        return choice.lossesOnly()
                ? tenants.stream().filter(one -> one.now().isLoss()).toList()
                : tenants;
    }

    private static List<Choice> lists(ChosenRange chosen, MarginChoice choice) {
        var path = MarginRows.PATH + "?" + chosen.query() + choice.query();
        return List.of(
                new Choice("All tenants", path, !choice.lossesOnly()),
                new Choice("Loss makers", path + "&only=losses", choice.lossesOnly()));
    }

    private static PlatformMargin of(PlatformMargin all, Months months) {
        return new PlatformMargin(
                all.tenants().stream()
                        .filter(one -> months.contains(one.month()))
                        .toList(),
                all.uncarried().stream()
                        .filter(one -> months.contains(one.month()))
                        .toList());
    }

    private static List<TenantSum> sums(PlatformMargin all, Months months) {
        var byTenant = new TreeMap<String, List<TenantMargin>>();
        all.tenants()
                .forEach(one -> byTenant.computeIfAbsent(one.tenant().value(), _ -> new ArrayList<>())
                        .add(one));
        return byTenant.values().stream()
                .map(margins -> new TenantSum(
                        margins.getFirst().tenant(),
                        margins.getFirst().name(),
                        margins.getFirst().tier(),
                        margins.getFirst().plan(),
                        sum(margins, months),
                        sum(margins, months.before())))
                .filter(one -> one.now().months() > 0)
                .toList();
    }

    private static MarginSum sum(List<TenantMargin> margins, Months months) {
        return MarginSum.of(
                margins.stream().filter(one -> months.contains(one.month())).toList());
    }
}
