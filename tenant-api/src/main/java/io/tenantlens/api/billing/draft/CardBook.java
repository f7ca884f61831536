package io.tenantlens.api.billing.draft;

import io.tenantlens.api.billing.NoRateCardException;
import io.tenantlens.api.billing.internal.Plans;
import io.tenantlens.api.billing.internal.Subscription;
import io.tenantlens.cost.money.Currency;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Rate cards within one transaction, each read once. */
public final class CardBook {

    private final Handle handle;
    private final Map<Key, Card> cards = new HashMap<>();

    public CardBook(Handle handle) {
        this.handle = handle;
    }

    private record Key(String plan, Currency currency, LocalDate day) {}

    /**
     * The card of a plan in force on a day.
     *
     * @throws NoRateCardException if there is none in this currency
     */
    public Card on(LocalDate day, String plan, Currency currency) {
        return cards.computeIfAbsent(new Key(plan, currency, day), this::read);
    }

    private Card read(Key key) {
        var plan = Plans.find(handle, new Subscription(key.plan, key.currency, ZoneOffset.UTC), key.day);
        var proration = handle.createQuery("""
            SELECT proration FROM rate_cards
            WHERE plan = :plan AND currency = :currency AND valid_from = :from\
            """)
                .bind("plan", key.plan)
                .bind("currency", key.currency.code())
                .bind("from", plan.validFrom())
                .mapTo(String.class)
                .one();
        return Card.of(new CardRef(key.plan, plan.validFrom()), plan, proration);
    }
}
