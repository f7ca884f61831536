package io.tenantlens.api.billing.card;

import io.tenantlens.api.billing.Plan;
import io.tenantlens.api.billing.internal.RateCardReader;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A published card.
 *
 * @param validUntil the day from which the next version prices; null for the last one
 */
public record CardVersion(CardKey key, @Nullable LocalDate validUntil, Instant publishedAt, CardText text) {

    public Plan plan() {
        return new Plan(
                text.title(),
                key.currency(),
                key.validFrom(),
                RateCardReader.charges(text.charges()),
                RateCardReader.taxes(text.taxes()));
    }
}
