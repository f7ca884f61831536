package io.tenantlens.standalone.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/** Numbers as cases write them: decimal strings, and "NaN", "+Inf", "-Inf" where Prometheus has them. */
final class Numbers {

    /** Digits that a {@code double} always keeps, and below which a value has no noise of its last bits. */
    private static final int EXACT_DIGITS = 15;

    private static final int SHORT_DIGITS = 12;

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private Numbers() {}

    static double readDouble(CaseInput input) {
        if (!input.node().isTextual() && !input.node().isNumber()) {
            throw input.invalid("must be a decimal string");
        }
        var text = input.node().asText();
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                if (!DECIMAL.matcher(text).matches()) {
                    throw input.invalid("must be a decimal number, NaN, +Inf or -Inf: '" + text + "'");
                }
                yield Double.parseDouble(text);
            }
        };
    }

    static double readCount(CaseInput input) {
        double count = input.decimal().doubleValue();
        if (count < 0) {
            throw input.invalid("must not be negative");
        }
        return count;
    }

    /** The number without the noise of binary arithmetic: 0.15, not 0.15000000000000002. */
    static String text(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        var exact = BigDecimal.valueOf(value);
        var rounded = exact.round(new MathContext(EXACT_DIGITS)).stripTrailingZeros();
        return text(rounded.precision() <= SHORT_DIGITS ? rounded : exact);
    }

    static String text(BigDecimal value) {
        var shortest = value.stripTrailingZeros();
        return (shortest.signum() == 0 ? BigDecimal.ZERO : shortest).toPlainString();
    }
}
