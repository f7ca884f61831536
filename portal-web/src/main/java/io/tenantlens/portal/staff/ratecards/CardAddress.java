package io.tenantlens.portal.staff.ratecards;

import io.tenantlens.api.billing.card.CardKey;
import io.tenantlens.cost.money.Currency;
import jakarta.ws.rs.NotFoundException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;

/** Where each card and draft has its page. */
public final class CardAddress {

    public static final String LIST = "/staff/ratecards";

    private CardAddress() {}

    public static String of(CardKey key) {
        return LIST + "/" + key.plan() + "/" + key.currency().code() + "/" + key.validFrom();
    }

    public static String ofDraft(UUID draft) {
        return LIST + "/drafts/" + draft;
    }

    static String comparing(CardKey before, CardKey after) {
        return LIST + "/compare?before=" + reference(before) + "&after=" + reference(after);
    }

    /** A card in one word: plan, currency and day. */
    public static String reference(CardKey key) {
        return key.plan() + "." + key.currency().code() + "." + key.validFrom();
    }

    public static CardKey parse(String reference) {
        var parts = reference.split("\\.", -1);
        if (parts.length != 3) {
            throw noSuchCard();
        }
        return key(parts[0], parts[1], parts[2]);
    }

    static CardKey key(String plan, String currency, String validFrom) {
        try {
            return new CardKey(plan, Currency.of(currency), LocalDate.parse(validFrom));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw noSuchCard();
        }
    }

    public static NotFoundException noSuchCard() {
        return new NotFoundException("There is no such rate card.");
    }
}
