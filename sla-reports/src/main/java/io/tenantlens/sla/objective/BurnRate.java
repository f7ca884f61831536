package io.tenantlens.sla.objective;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** How many times faster than allowed the error budget is used: at 1 it lasts exactly to the end of its window. */
public record BurnRate(BigDecimal errorRatio, Target target) {

    private static final int DECIMALS = 12;

    public BurnRate {
        if (errorRatio.signum() < 0 || errorRatio.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("an error ratio must be from 0 to 1: " + errorRatio);
        }
    }

    /** The rate; empty if something fails where nothing may, which is faster than any number. */
    public Optional<BigDecimal> value() {
        var allowed = target.allowedFailure();
        if (allowed.signum() == 0) {
            return errorRatio.signum() == 0 ? Optional.of(BigDecimal.ZERO) : Optional.empty();
        }
        return Optional.of(errorRatio.divide(allowed, DECIMALS, RoundingMode.HALF_UP));
    }

    /** Decided without dividing, so a rate of exactly the factor never exceeds it. */
    boolean exceeds(BigDecimal factor) {
        return errorRatio.compareTo(target.allowedFailure().multiply(factor)) > 0;
    }
}
