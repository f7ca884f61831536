package io.tenantlens.cost.margin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Revenue against cost. */
public record Margin(BigDecimal revenue, BigDecimal cost) {

    private static final int DECIMALS = 10;

    public BigDecimal amount() {
        return revenue.subtract(cost);
    }

    /** The margin as a percentage of revenue; empty without revenue, because no percentage is true then. */
    public Optional<BigDecimal> percent() {
        return revenue.signum() <= 0
                ? Optional.empty()
                : Optional.of(amount().movePointRight(2).divide(revenue, DECIMALS, RoundingMode.HALF_UP));
    }
}
