package io.tenantlens.portal.staff.ratecards;

import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.billing.Plan;
import io.tenantlens.api.billing.card.CardKey;
import io.tenantlens.api.billing.card.CardSummary;
import io.tenantlens.api.billing.card.CardVersion;
import io.tenantlens.api.billing.card.RateCards;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.Section;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.layout.Visits;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads one card, or two to compare. */
@Singleton
class CardReader {

    private final Visits visits;
    private final RateCards cards;

    @Inject
    CardReader(Visits visits, RateCards cards) {
        this.visits = visits;
        this.cards = cards;
    }

    CardPage card(CardKey key, String problem) {
        var scope = visits.staff(Section.RATECARDS).scope();
        var card = cards.find(scope, key).orElseThrow(CardAddress::noSuchCard);
        var visit = visits.staff(Section.RATECARDS, card.text().title());
        var plan = card.plan();
        return new CardPage(
                visit.frame(),
                heading(card, visit.look()),
                CardListReader.validity(key.validFrom(), card.validUntil(), visit.look()),
                ChargeWords.proration(card.text().proration()),
                taxes(plan, visit.look()),
                ChargeWords.charges(plan, visit.look()),
                others(visit, key),
                key.plan(),
                key.currency().code(),
                problem,
                scope.may(Area.BILLING, Access.WRITE) ? CardAddress.of(key) + "/draft" : "");
    }

    ComparePage compare(CardKey before, CardKey after) {
        var scope = visits.staff(Section.RATECARDS).scope();
        var one = cards.find(scope, before).orElseThrow(CardAddress::noSuchCard);
        var other = cards.find(scope, after).orElseThrow(CardAddress::noSuchCard);
        var visit = visits.staff(Section.RATECARDS, "What changes");
        return new ComparePage(
                visit.frame(),
                heading(one, visit.look()),
                CardAddress.of(before),
                heading(other, visit.look()),
                CardAddress.of(after),
                ItemView.between(one.text(), other.text()));
    }

    private List<CardPage.Other> others(StaffVisit visit, CardKey key) {
        return cards.all(visit.scope()).stream()
                .map(CardSummary::key)
                .filter(other -> other.plan().equals(key.plan()) && !other.equals(key))
                .map(other -> other.validFrom().isBefore(key.validFrom())
                        ? new CardPage.Other(title(other, visit.look()), CardAddress.comparing(other, key))
                        : new CardPage.Other(title(other, visit.look()), CardAddress.comparing(key, other)))
                .toList();
    }

    private static String heading(CardVersion card, Look look) {
        return card.text().title() + ", " + title(card.key(), look);
    }

    private static String title(CardKey key, Look look) {
        return key.currency().code() + " from " + look.day(key.validFrom());
    }

    private static String taxes(Plan plan, Look look) {
        return plan.taxes().isEmpty()
                ? "none"
                : plan.taxes().stream()
                        .map(tax -> tax.id().toUpperCase(Locale.ROOT) + " " + look.exactNumber(tax.percent()) + "%")
                        .collect(Collectors.joining(", "));
    }
}
