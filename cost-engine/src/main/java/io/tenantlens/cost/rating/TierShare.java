package io.tenantlens.cost.rating;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one tier contributed to a line, before proration and rounding.
 *
 * @param from excluded
 * @param upTo included; null without end
 * @param quantity units or blocks that this tier priced
 */
public record TierShare(
        BigDecimal from,
        @Nullable BigDecimal upTo,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal flat,
        BigDecimal amount) {}
