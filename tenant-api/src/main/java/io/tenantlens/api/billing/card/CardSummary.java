package io.tenantlens.api.billing.card;

import io.tenantlens.cost.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of a card in the list.
 *
 * @param validUntil the day from which the next version prices; null for the last one
 * @param fixedFees the sum of its fixed fees a month
 * @param tenants active tenants on the plan that are billed in the currency
 */
public record CardSummary(
        CardKey key, @Nullable LocalDate validUntil, String title, int charges, Money fixedFees, long tenants) {

    public boolean isInForceOn(LocalDate day) {
        return !key.validFrom().isAfter(day) && (validUntil == null || day.isBefore(validUntil));
    }
}
