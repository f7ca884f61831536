package io.tenantlens.cost.ratecard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * From the unit of the meter to the unit of the price, for example bytes to gigabytes.
 *
 * <p>It is applied to the whole quantity of the period, never to the parts of several runs: otherwise each run
 * would round up again.
 *
 * @param round to whole units, or not at all
 */
public record Conversion(BigDecimal divideBy, Round round) {

    public Conversion {
        Require.positive("divideBy", divideBy);
    }

    public BigDecimal apply(BigDecimal quantity) {
        var exact = quantity.divide(divideBy, new MathContext(quantity.precision() + 40));
        return switch (round) {
            case NONE -> exact;
            case CEIL -> exact.setScale(0, RoundingMode.CEILING);
            case FLOOR -> exact.setScale(0, RoundingMode.FLOOR);
            case HALF_UP -> exact.setScale(0, RoundingMode.HALF_UP);
        };
    }

    /** How a converted quantity is rounded. */
    public enum Round {
        NONE,
        CEIL,
        FLOOR,
        HALF_UP
    }
}
