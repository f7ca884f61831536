package io.tenantlens.cost.allocation;

import java.math.BigDecimal;

/**
 * A base part of a pool by one rule and the rest by another.
 *
 * @param basePercent of the amount, from 0 to 100
 */
public record Split(BigDecimal basePercent, SplitRule base, SplitRule usage) {

    public Split {
        if (basePercent.signum() < 0 || basePercent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("percent must be from 0 to 100: " + basePercent.toPlainString());
        }
    }

    /** The whole amount by one rule. */
    public static Split by(SplitRule rule) {
        return new Split(BigDecimal.ZERO, new SplitRule.Even(), rule);
    }
}
