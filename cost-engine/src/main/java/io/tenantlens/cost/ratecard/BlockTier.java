package io.tenantlens.cost.ratecard;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A range of quantity that is sold in whole blocks.
 *
 * @param size units in a block
 * @param max blocks in this tier; null for a tier without end
 * @param price of a block, whether full or begun
 */
public record BlockTier(BigDecimal size, @Nullable BigDecimal max, BigDecimal price) {

    public BlockTier {
        Require.positive("size", size);
        if (max != null) {
            Require.positive("max", max);
        }
        Require.notNegative("price", price);
    }

    /** The units that fit into this tier, or null without end. */
    public @Nullable BigDecimal capacity() {
        return max == null ? null : size.multiply(max);
    }
}
