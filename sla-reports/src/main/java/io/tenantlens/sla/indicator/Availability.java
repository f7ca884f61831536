package io.tenantlens.sla.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** How much of what was counted was good: requests or time slices. Nothing counted is no data, not 0 % nor 100 %. */
public record Availability(BigDecimal good, BigDecimal total) {

    public static final Availability NO_DATA = new Availability(BigDecimal.ZERO, BigDecimal.ZERO);

    private static final int DECIMALS = 12;

    public Availability {
        if (good.signum() < 0 || good.compareTo(total) > 0) {
            throw new IllegalArgumentException("good must be from 0 to the total: " + good + " of " + total);
        }
    }

    public Availability plus(Availability other) {
        return new Availability(good.add(other.good), total.add(other.total));
    }

    /** What is left without a part of it; nothing if the part is not within it. */
    public Availability without(Availability part) {
        var rest = total.subtract(part.total).max(BigDecimal.ZERO);
        return new Availability(good.subtract(part.good).max(BigDecimal.ZERO).min(rest), rest);
    }

    public boolean hasData() {
        return total.signum() > 0;
    }

    public BigDecimal bad() {
        return total.subtract(good);
    }

    /** Rounded down, so that no objective is met by rounding; empty without data. */
    public Optional<BigDecimal> percent() {
        return hasData()
                ? Optional.of(good.movePointRight(2).divide(total, DECIMALS, RoundingMode.DOWN))
                : Optional.empty();
    }

    /** The same as a ratio with as many decimals of a percent as people read: 0.99899 and never 0.999 for 99.8996 %. */
    public Optional<BigDecimal> shownRatio(int decimals) {
        return percent()
                .map(percent -> percent.setScale(decimals, RoundingMode.FLOOR).movePointLeft(2));
    }

    /** Whether at least this percentage is good, decided without rounding. */
    public boolean meets(BigDecimal percent) {
        return good.movePointRight(2).compareTo(total.multiply(percent)) >= 0;
    }
}
