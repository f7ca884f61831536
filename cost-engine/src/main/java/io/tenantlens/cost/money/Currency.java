package io.tenantlens.cost.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** A currency and the number of decimals its amounts are rounded to. */
public record Currency(String code, int decimals) {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{2,11}");

    public static final Currency BDT = new Currency("BDT", 2);

    public Currency {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("currency must be a code like BDT: '" + code + "'");
        }
        if (decimals < 0 || decimals > 12) {
            throw new IllegalArgumentException("decimals must be from 0 to 12: " + decimals);
        }
    }

    /** A currency of ISO 4217 with its usual decimals: BDT and USD 2, JPY 0. */
    public static Currency of(String code) {
        try {
            return new Currency(code, java.util.Currency.getInstance(code).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a currency of ISO 4217: '" + code + "'", e);
        }
    }

    /** The amount rounded to this currency's decimals, half away from zero. */
    public BigDecimal round(BigDecimal exact) {
        return exact.setScale(decimals, RoundingMode.HALF_UP);
    }
}
