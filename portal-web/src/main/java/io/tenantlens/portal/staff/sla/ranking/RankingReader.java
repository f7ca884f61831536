package io.tenantlens.portal.staff.sla.ranking;

import io.tenantlens.cost.time.DateRange;
import io.tenantlens.portal.format.Figure;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.range.MonthChoice;
import io.tenantlens.portal.sla.BudgetBar;
import io.tenantlens.portal.staff.sla.SlaTab;
import io.tenantlens.portal.staff.sla.ranking.RankingPage.Option;
import io.tenantlens.portal.staff.sla.ranking.RankingPage.Row;
import io.tenantlens.sla.indicator.CountingMethod;
import io.tenantlens.sla.objective.BudgetState;
import io.tenantlens.sla.reading.SlaStandings;
import io.tenantlens.sla.reading.Standing;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.IntStream;

/** Reads the ranking. */
@Singleton
class RankingReader {

    private final SlaStandings standings;

    @Inject
    RankingReader(SlaStandings standings) {
        this.standings = standings;
    }

    /** A tenant and its place among all, whatever the list is narrowed to. */
    record Ranked(int rank, Standing standing) {}

    RankingPage read(StaffVisit visit, RankingAddress address) {
        var look = visit.look();
        var all = all(visit, address);
        var found = narrowed(all, address);
        int before = Math.min((address.page() - 1) * RankingAddress.SIZE, found.size());
        int until = Math.min(before + RankingAddress.SIZE, found.size());
        return new RankingPage(
                visit.frame(),
                SlaTab.RANKING.links(visit.scope()),
                look.month(address.month()),
                address.text(),
                MonthChoice.around(address.month(), look),
                tiers(address),
                states(address),
                figures(all, look),
                before == until
                        ? "None"
                        : "%s–%s of %s"
                                .formatted(look.number(before + 1L), look.number(until), look.number(found.size())),
                found.subList(before, until).stream()
                        .map(one -> row(one, address, look))
                        .toList(),
                address.csv(),
                "/staff/sla.pdf?month=" + address.month(),
                address.page() > 1 ? address.onPage(address.page() - 1).url() : null,
                until < found.size() ? address.onPage(address.page() + 1).url() : null);
    }

    List<Ranked> narrowed(StaffVisit visit, RankingAddress address) {
        return narrowed(all(visit, address), address);
    }

    private List<Ranked> all(StaffVisit visit, RankingAddress address) {
        var month = address.month();
        var days = new DateRange(month.atDay(1), month.plusMonths(1).atDay(1));
        var ranked = standings.over(visit.scope(), days);
        return IntStream.range(0, ranked.size())
                .mapToObj(i -> new Ranked(i + 1, ranked.get(i)))
                .toList();
    }

    private static List<Ranked> narrowed(List<Ranked> all, RankingAddress address) {
        return all.stream().filter(one -> address.shows(one.standing)).toList();
    }

    private static List<Figure> figures(List<Ranked> all, Look look) {
        var counts = new EnumMap<BudgetState, Long>(BudgetState.class);
        all.forEach(one -> counts.merge(one.standing.budget().state(), 1L, Long::sum));
        return Arrays.stream(BudgetState.values())
                .map(state -> new Figure(title(state), look.number(counts.getOrDefault(state, 0L)), note(state)))
                .toList();
    }

    private static Row row(Ranked ranked, RankingAddress address, Look look) {
        var standing = ranked.standing;
        var budget = standing.budget();
        var unit = standing.counting() == CountingMethod.TIMESLICES ? " hours" : " requests";
        return new Row(
                look.number(ranked.rank),
                standing.tenant().value(),
                standing.name(),
                standing.tier(),
                look.percent(standing.target().percent().movePointLeft(2), 3),
                look.percent(standing.availability().shownRatio(3).orElse(null), 3),
                look.quantity(standing.availability().total(), "") + unit,
                look.quantity(standing.availability().bad(), ""),
                look.percent(budget.remainingShare().orElse(null), 1),
                BudgetBar.width(budget),
                BudgetBar.mood(budget.state()),
                title(budget.state()),
                "/t/" + standing.tenant() + "/sla?month=" + address.month());
    }

    private static List<Option> tiers(RankingAddress address) {
        var options = new ArrayList<>(
                List.of(new Option("", "All tiers", address.tier().isEmpty())));
        RankingAddress.TIERS.forEach(tier -> options.add(new Option(tier, tier, tier.equals(address.tier()))));
        return options;
    }

    private static List<Option> states(RankingAddress address) {
        var options = new ArrayList<>(
                List.of(new Option("", "Any state", address.state().isEmpty())));
        for (var state : BudgetState.values()) {
            options.add(new Option(
                    RankingAddress.key(state),
                    title(state),
                    address.state().filter(state::equals).isPresent()));
        }
        return options;
    }

    static String title(BudgetState state) {
        return switch (state) {
            case KEPT -> "Kept";
            case AT_RISK -> "At risk";
            case MISSED -> "Missed";
            case NO_DATA -> "No data";
        };
    }

    private static String note(BudgetState state) {
        return switch (state) {
            case KEPT -> "tenants with a quarter of the budget left, or more";
            case AT_RISK -> "tenants with less than a quarter of the budget left";
            case MISSED -> "tenants for whom more failed than is allowed";
            case NO_DATA -> "tenants without anything counted: neither kept nor missed";
        };
    }
}
