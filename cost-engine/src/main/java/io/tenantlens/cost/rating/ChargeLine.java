package io.tenantlens.cost.rating;

import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.ratecard.ChargeId;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rated charge before coupons, credits and tax.
 *
 * @param quantity in priced units
 * @param unitPrice null where the model has no single price
 * @param amount before any discount
 * @param tiers what each tier contributed; empty where the model has none
 * @param steps how the amount came about, in words
 */
public record ChargeLine(
        ChargeId charge,
        LineKind kind,
        BigDecimal quantity,
        @Nullable BigDecimal unitPrice,
        Money amount,
        Money discount,
        List<TierShare> tiers,
        List<String> steps) {

    public ChargeLine {
        tiers = List.copyOf(tiers);
        steps = List.copyOf(steps);
    }

    public Money net() {
        return amount.minus(discount);
    }
}
