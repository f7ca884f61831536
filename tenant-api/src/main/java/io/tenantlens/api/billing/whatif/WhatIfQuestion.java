package io.tenantlens.api.billing.whatif;

import io.tenantlens.api.billing.card.CardKey;
import io.tenantlens.api.billing.card.CardText;
import io.tenantlens.api.billing.card.CardVersion;
import io.tenantlens.api.billing.draft.Card;
import io.tenantlens.api.billing.draft.CardRef;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What would a month have cost under a card?
 *
 * @param key the plan and currency of the card; a draft has the day of its base
 * @param plan only for those on this plan; null for all that are billed in the card's currency
 */
public record WhatIfQuestion(
        YearMonth month,
        CardKey key,
        CardText text,
        @Nullable String plan) {

    Card card() {
        var version = new CardVersion(key, null, Instant.EPOCH, text);
        return Card.of(new CardRef(key.plan(), key.validFrom()), version.plan(), text.proration());
    }

    boolean concerns(String planOfTenant) {
        return plan == null || plan.equals(planOfTenant);
    }
}
