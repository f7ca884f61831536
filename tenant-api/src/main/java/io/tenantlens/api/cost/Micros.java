package io.tenantlens.api.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts in millionths of a taka, the unit in which cost is divided and stored. */
public final class Micros {

    public static final int DECIMALS = 6;

    private Micros() {}

    public static BigDecimal decimal(long micros) {
        return BigDecimal.valueOf(micros, DECIMALS);
    }

    /** Rounded half up. */
    public static long rounded(BigDecimal amount) {
        return amount.setScale(DECIMALS, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }

    /** Cut to the unit; the rest is for the caller to account for. */
    public static long cut(BigDecimal amount) {
        return amount.setScale(DECIMALS, RoundingMode.DOWN).unscaledValue().longValueExact();
    }
}
