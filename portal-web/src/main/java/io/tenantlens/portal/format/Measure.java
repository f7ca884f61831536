package io.tenantlens.portal.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** A family of units that a quantity is shown in, such as bytes as kB, MB, GB. Decimal, as clouds bill them. */
enum Measure {
    COUNT("", 1),
    BYTES("B", 6),
    BYTE_HOURS("B·h", 6),
    HOURS("h", 1),
    SECONDS("s", 1),
    MONEY("", 1);

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final List<String> PREFIXES = List.of("", "k", "M", "G", "T", "P");

    private final String symbol;
    private final int steps;

    Measure(String symbol, int steps) {
        this.symbol = symbol;
        this.steps = steps;
    }

    /** A unit that is none of the known ones counts things: requests, orders, messages. */
    static Measure of(String unit) {
        return switch (unit) {
            case "byte", "bytes", "By" -> BYTES;
            case "byte-hour", "byte-hours", "byte_hours" -> BYTE_HOURS;
            case "hour", "hours", "h" -> HOURS;
            case "second", "seconds", "s" -> SECONDS;
            case "BDT" -> MONEY;
            default -> COUNT;
        };
    }

    /** The largest step that leaves at least one before the point. */
    int stepFor(BigDecimal quantity) {
        var rest = quantity.abs();
        int step = 0;
        while (step < steps - 1 && rest.compareTo(THOUSAND) >= 0) {
            rest = rest.divide(THOUSAND, MathContext.DECIMAL64);
            step++;
        }
        return step;
    }

    BigDecimal scaled(BigDecimal quantity, int step) {
        return quantity.scaleByPowerOfTen(-3 * step);
    }

    String symbol(int step) {
        return PREFIXES.get(step) + symbol;
    }
}
