package io.tenantlens.portal.staff.report;

import io.tenantlens.cost.time.DateRange;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.report.Words;
import io.tenantlens.sla.objective.BudgetState;
import io.tenantlens.sla.reading.Standing;
import java.util.List;
import java.util.stream.IntStream;

/** Puts the standings of all tenants into words and numbers of one language. */
final class StaffReportWriter {

    private final DateRange days;
    private final List<Standing> standings;
    private final Look look;
    private final Words words;

    StaffReportWriter(DateRange days, List<Standing> standings, Look look) {
        this.days = days;
        this.standings = standings;
        this.look = look;
        this.words = Words.in(look.locale());
    }

    StaffReport report() {
        return new StaffReport(
                words,
                look.range(days.start(), days.end().minusDays(1)),
                words.of("made", look.dayAndClock(look.now()), look.zone().getId()),
                summary(),
                IntStream.range(0, standings.size())
                        .mapToObj(i -> row(i + 1, standings.get(i)))
                        .toList());
    }

    private List<String> summary() {
        return List.of(
                words.of("staff.all", look.number(standings.size()), number(BudgetState.KEPT, BudgetState.AT_RISK)),
                words.of("staff.missed", number(BudgetState.MISSED)),
                words.of("staff.risk", number(BudgetState.AT_RISK)),
                words.of("staff.nodata", number(BudgetState.NO_DATA)));
    }

    private String number(BudgetState... states) {
        return look.number(standings.stream()
                .filter(standing -> List.of(states).contains(standing.budget().state()))
                .count());
    }

    private StaffReport.Row row(int rank, Standing standing) {
        var budget = standing.budget();
        return new StaffReport.Row(
                look.number(rank),
                standing.name(),
                words.of("tier." + standing.tier()),
                look.percent(standing.target().percent().movePointLeft(2), 3),
                look.percent(standing.availability().shownRatio(3).orElse(null), 3),
                look.percent(budget.remainingShare().orElse(null), 1),
                state(budget.state()),
                words.of("state." + state(budget.state())));
    }

    private static String state(BudgetState state) {
        return switch (state) {
            case KEPT -> "good";
            case AT_RISK -> "warn";
            case MISSED -> "bad";
            case NO_DATA -> "none";
        };
    }
}
