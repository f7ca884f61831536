package io.tenantlens.portal.staff.sla.ranking;

import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.range.MonthChoice;
import io.tenantlens.portal.range.QueryText;
import io.tenantlens.portal.range.TableOrder;
import io.tenantlens.portal.staff.sla.SlaTab;
import io.tenantlens.sla.objective.BudgetState;
import io.tenantlens.sla.reading.Standing;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The address of a view of the ranking. What was sent and makes no sense is read as not sent. */
record RankingAddress(YearMonth month, String text, String tier, Optional<BudgetState> state, int page) {

    static final List<String> TIERS = List.of("starter", "growth", "enterprise");
    static final int SIZE = 50;

    static RankingAddress of(RankingChoice sent, Look look) {
        return new RankingAddress(
                MonthChoice.read(sent.month(), look),
                sent.text() == null ? "" : sent.text().strip(),
                sent.tier() != null && TIERS.contains(sent.tier()) ? sent.tier() : "",
                Arrays.stream(BudgetState.values())
                        .filter(state -> key(state).equals(sent.state()))
                        .findFirst(),
                TableOrder.pageNumber(sent.page()));
    }

    boolean shows(Standing standing) {
        return (tier.isEmpty() || tier.equals(standing.tier()))
                && (state.isEmpty() || state.get() == standing.budget().state())
                && (text.isEmpty()
                        || contains(standing.name())
                        || contains(standing.tenant().value()));
    }

    private boolean contains(String name) {
        return name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    RankingAddress onPage(int other) {
        return new RankingAddress(month, text, tier, state, other);
    }

    String url() {
        return SlaTab.RANKING.path() + query();
    }

    String csv() {
        return SlaTab.RANKING.path() + ".csv" + onPage(1).query();
    }

    private String query() {
        var rest = QueryText.of(Map.of(
                "q",
                text,
                "tier",
                tier,
                "state",
                state.map(RankingAddress::key).orElse(""),
                "page",
                page == 1 ? "" : "" + page));
        return "?month=" + month + rest;
    }

    static String key(BudgetState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
