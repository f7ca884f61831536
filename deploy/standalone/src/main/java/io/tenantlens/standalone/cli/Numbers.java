package io.tenantlens.standalone.cli;

import io.tenantlens.api.input.JsonInput;
import java.util.regex.Pattern;

/** Reads binary numbers of a case: decimal strings, and "NaN", "+Inf", "-Inf" where Prometheus has them. */
final class Numbers {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private Numbers() {}

    static double readDouble(JsonInput input) {
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

    static double readCount(JsonInput input) {
        double count = input.decimal().doubleValue();
        if (count < 0) {
            throw input.invalid("must not be negative");
        }
        return count;
    }
}
