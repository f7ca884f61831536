package io.tenantlens.api.billing.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantlens.api.billing.card.CardDifference.Change;
import io.tenantlens.api.billing.card.CardDifference.Item;
import io.tenantlens.api.billing.card.CardDifference.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardDifferenceTest {

    private static final CardText CARD = TestCards.text(TestCards.BASE, TestCards.REQUESTS);

    @Test
    void sameCard_differsInNothing() {
        assertThat(CardDifference.between(CARD, CARD)).isEmpty();
    }

    @Test
    void samePriceWrittenOtherwise_isNoChange() {
        var other = TestCards.text(TestCards.BASE.replace("100.00", "100"), TestCards.REQUESTS);

        assertThat(CardDifference.between(CARD, other)).isEmpty();
    }

    @Test
    void changedTier_isNamedWithBothValues() {
        var other = TestCards.text(TestCards.BASE, TestCards.REQUESTS.replace("12.00", "11.50"));

        assertThat(CardDifference.between(CARD, other))
                .containsExactly(new Item(
                        Kind.CHANGED, "API requests", List.of(new Change("/price/tiers/1/unit", "12.00", "11.50"))));
    }

    @Test
    void addedAndRemovedCharges_areToldApart() {
        var sms = "{'id':'sms','title':'SMS','unit':'messages','meter':'sms','price':{'model':'unit','unit':'0.35'}}";

        assertThat(CardDifference.between(TestCards.text(TestCards.BASE), TestCards.text(sms)))
                .extracting(Item::kind, Item::subject)
                .containsExactly(tuple(Kind.REMOVED, "Base fee"), tuple(Kind.ADDED, "SMS"));
    }
}
