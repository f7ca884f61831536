package io.tenantlens.cost.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers as they stand in rating steps. */
final class Plain {

    private static final int SHOWN_DECIMALS = 10;

    private Plain() {}

    static String of(BigDecimal number) {
        var shown = number.scale() > SHOWN_DECIMALS ? number.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP) : number;
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }

    static String range(BigDecimal from, @Nullable BigDecimal upTo) {
        return upTo == null ? "above " + of(from) : of(from) + " to " + of(upTo);
    }
}
