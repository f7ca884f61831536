package io.tenantlens.cost.ratecard;

import java.util.List;

/** Block tiers in the order in which they fill up; only the last may be without end. */
public record BlockTiers(List<BlockTier> list) {

    public BlockTiers {
        list = List.copyOf(list);
        if (list.isEmpty()) {
            throw new IllegalArgumentException("at least one tier is required");
        }
        if (list.subList(0, list.size() - 1).stream().anyMatch(tier -> tier.max() == null)) {
            throw new IllegalArgumentException("only the last tier may be without end");
        }
    }
}
