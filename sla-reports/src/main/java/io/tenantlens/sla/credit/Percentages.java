package io.tenantlens.sla.credit;

import java.math.BigDecimal;

/** The bounds of a percentage of a whole. */
final class Percentages {

    static final BigDecimal HUNDRED = new BigDecimal(100);

    private Percentages() {}

    static BigDecimal check(BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("a percentage must be from 0 to 100: " + percent);
        }
        return percent;
    }
}
