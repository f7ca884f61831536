package io.tenantlens.portal.staff.ratecards;

import io.tenantlens.api.billing.card.CardDraft;
import io.tenantlens.api.billing.card.CardDrafts;
import io.tenantlens.api.billing.card.CardSummary;
import io.tenantlens.api.billing.card.RateCards;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.StaffVisit;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the list of plans. */
@Singleton
class CardListReader {

    private final RateCards cards;
    private final CardDrafts drafts;

    @Inject
    CardListReader(RateCards cards, CardDrafts drafts) {
        this.cards = cards;
        this.drafts = drafts;
    }

    CardListPage read(StaffVisit visit) {
        var look = visit.look();
        var plans = new LinkedHashMap<String, List<CardSummary>>();
        for (var card : cards.all(visit.scope())) {
            plans.computeIfAbsent(
                            card.key().plan() + " " + card.key().currency().code(), _ -> new ArrayList<>())
                    .add(card);
        }
        return new CardListPage(
                visit.frame(),
                drafts.all(visit.scope()).stream()
                        .map(draft -> row(draft, look))
                        .toList(),
                plans.values().stream().map(versions -> plan(versions, look)).toList());
    }

    private static CardListPage.Plan plan(List<CardSummary> versions, Look look) {
        var newest = versions.getFirst();
        var rows = new ArrayList<CardListPage.Row>();
        for (var i = 0; i < versions.size(); i++) {
            var before = i + 1 < versions.size() ? versions.get(i + 1) : null;
            rows.add(row(versions.get(i), before, look));
        }
        var tenants = newest.tenants() == 1 ? "1 active shop" : look.number(newest.tenants()) + " active shops";
        return new CardListPage.Plan(
                newest.key().plan(), newest.key().currency().code(), tenants, rows);
    }

    private static CardListPage.Row row(CardSummary card, @Nullable CardSummary before, Look look) {
        var key = card.key();
        var inForce = card.isInForceOn(look.today());
        var planned = key.validFrom().isAfter(look.today());
        return new CardListPage.Row(
                card.title(),
                CardAddress.of(key),
                validity(key.validFrom(), card.validUntil(), look),
                inForce ? "good" : planned ? "warn" : "",
                inForce ? "in force" : planned ? "planned" : "past",
                look.number(card.charges()),
                look.money(card.fixedFees()),
                before == null ? "" : CardAddress.comparing(before.key(), key));
    }

    static String validity(LocalDate from, @Nullable LocalDate until, Look look) {
        return until == null ? "from " + look.day(from) : look.range(from, until.minusDays(1));
    }

    private static CardListPage.DraftRow row(CardDraft draft, Look look) {
        return new CardListPage.DraftRow(
                draft.text().title(),
                CardAddress.ofDraft(draft.id()),
                draft.plan() + ", " + draft.currency().code(),
                draft.base().plan() + " of " + look.day(draft.base().validFrom()),
                look.ago(draft.changedAt()));
    }
}
