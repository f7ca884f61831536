package io.tenantlens.sla.objective;

import java.math.BigDecimal;

/** The percentage of good requests or slices that is promised, for example 99.9. */
public record Target(BigDecimal percent) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    public Target {
        if (percent.signum() <= 0 || percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("an objective must be above 0 and at most 100 %: " + percent);
        }
        percent = percent.stripTrailingZeros();
    }

    public static Target of(String percent) {
        return new Target(new BigDecimal(percent));
    }

    /** The share that may fail: 0.001 for 99.9. */
    public BigDecimal allowedFailure() {
        return HUNDRED.subtract(percent).movePointLeft(2);
    }
}
