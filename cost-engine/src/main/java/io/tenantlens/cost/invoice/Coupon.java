package io.tenantlens.cost.invoice;

import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.ratecard.ChargeId;
import java.util.Set;

/**
 * An amount off the lines of some charges, spread in proportion to what they cost at that point.
 *
 * @param charges empty for all
 */
public record Coupon(Money amount, Set<ChargeId> charges) {

    public Coupon {
        charges = Set.copyOf(charges);
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("coupon must not be negative: " + amount);
        }
    }

    boolean covers(ChargeId charge) {
        return charges.isEmpty() || charges.contains(charge);
    }
}
