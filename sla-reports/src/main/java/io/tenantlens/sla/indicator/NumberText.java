package io.tenantlens.sla.indicator;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as the API and the commands write them: decimal strings, and NaN, +Inf, -Inf where Prometheus has them. */
public final class NumberText {

    /** Digits that a {@code double} always keeps, and below which a value has no noise of its last bits. */
    private static final int EXACT_DIGITS = 15;

    private static final int SHORT_DIGITS = 12;

    private NumberText() {}

    /** The number without the noise of binary arithmetic: 0.15, not 0.15000000000000002. */
    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        var exact = BigDecimal.valueOf(value);
        var rounded = exact.round(new MathContext(EXACT_DIGITS)).stripTrailingZeros();
        return of(rounded.precision() <= SHORT_DIGITS ? rounded : exact);
    }

    /** The shortest way to write the number without an exponent. */
    public static String of(BigDecimal value) {
        var shortest = value.stripTrailingZeros();
        return (shortest.signum() == 0 ? BigDecimal.ZERO : shortest).toPlainString();
    }
}
