package io.tenantlens.cost.invoice;

import io.tenantlens.cost.ratecard.ChargeId;
import java.math.BigDecimal;
import java.util.Set;

/**
 * A tax on the lines of some charges; several taxes on one line do not compound.
 *
 * @param charges empty for all
 */
public record Tax(String id, BigDecimal percent, Set<ChargeId> charges) {

    public Tax {
        charges = Set.copyOf(charges);
        if (percent.signum() < 0) {
            throw new IllegalArgumentException("percent must not be negative: " + percent.toPlainString());
        }
    }

    boolean covers(ChargeId charge) {
        return charges.isEmpty() || charges.contains(charge);
    }

    BigDecimal of(BigDecimal amount) {
        return amount.multiply(percent).movePointLeft(2);
    }
}
