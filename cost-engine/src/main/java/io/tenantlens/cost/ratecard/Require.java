package io.tenantlens.cost.ratecard;

import java.math.BigDecimal;

/** The bounds that prices and quantities of a rate card have in common. */
final class Require {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Require() {}

    static void notNegative(String name, BigDecimal value) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException(name + " must not be negative: " + value.toPlainString());
        }
    }

    static void positive(String name, BigDecimal value) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(name + " must be more than zero: " + value.toPlainString());
        }
    }

    static void percentage(String name, BigDecimal value) {
        if (value.signum() < 0 || value.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException(name + " must be from 0 to 100: " + value.toPlainString());
        }
    }
}
