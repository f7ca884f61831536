package io.tenantlens.cost.rating;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exact price of a quantity under a model.
 *
 * @param usage the part that follows the quantity
 * @param flat the part that proration scales
 */
record Priced(
        BigDecimal quantity,
        @Nullable BigDecimal unitPrice,
        BigDecimal usage,
        BigDecimal flat,
        List<TierShare> tiers,
        List<String> steps) {

    Priced {
        tiers = List.copyOf(tiers);
        steps = List.copyOf(steps);
    }

    static Priced ofUsage(BigDecimal quantity, @Nullable BigDecimal unitPrice, BigDecimal usage, String... steps) {
        return new Priced(quantity, unitPrice, usage, BigDecimal.ZERO, List.of(), List.of(steps));
    }
}
