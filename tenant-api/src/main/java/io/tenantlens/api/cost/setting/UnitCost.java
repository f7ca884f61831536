package io.tenantlens.api.cost.setting;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one unit costs the platform, in BDT, from a day on.
 *
 * @param perMonth the amount is for a unit that lasts the whole month
 */
public record UnitCost(
        String key, LocalDate validFrom, String title, String unit, boolean perMonth, BigDecimal amount) {

    public UnitCost {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("a unit cost must not be negative: " + amount.toPlainString());
        }
    }
}
