package io.tenantlens.api.billing.card;

import io.tenantlens.cost.money.Currency;
import java.time.Instant;
import java.util.UUID;

/**
 * A card that is not published yet.
 *
 * @param base the published card that it was made from
 * @param revision counts how often it was saved
 */
public record CardDraft(
        UUID id, String plan, Currency currency, CardKey base, CardText text, int revision, Instant changedAt) {}
