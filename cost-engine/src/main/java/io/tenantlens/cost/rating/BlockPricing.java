package io.tenantlens.cost.rating;

import static java.math.BigDecimal.ZERO;

import io.tenantlens.cost.ratecard.BlockTier;
import io.tenantlens.cost.ratecard.BlockTiers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prices of whole blocks; a block that was begun is due in full. */
final class BlockPricing {

    private BlockPricing() {}

    static Priced packages(BigDecimal size, BigDecimal price, BigDecimal quantity) {
        var blocks = blocks(quantity, size);
        var amount = blocks.multiply(price);
        var step = "%s in packages of %s = %s packages × %s = %s"
                .formatted(Plain.of(quantity), Plain.of(size), Plain.of(blocks), Plain.of(price), Plain.of(amount));
        return Priced.ofUsage(quantity, null, amount, step);
    }

    /** Each tier prices the blocks that lie in it. */
    static Priced graduated(BlockTiers tiers, BigDecimal quantity) {
        var shares = new ArrayList<TierShare>();
        var left = quantity;
        var start = ZERO;
        for (var tier : tiers.list()) {
            var capacity = tier.capacity();
            var here = capacity == null ? left : left.min(capacity);
            var end = capacity == null ? null : start.add(capacity);
            shares.add(share(tier, start, end, blocks(here, tier.size())));
            left = left.subtract(here);
            if (left.signum() == 0 || end == null) {
                return sum(quantity, shares);
            }
            start = end;
        }
        throw new IllegalArgumentException(
                "quantity %s is above the last tier, which ends at %s".formatted(Plain.of(quantity), Plain.of(start)));
    }

    /** The tier that holds the end of the quantity, or the last one beyond them all, prices every block. */
    static Priced topTier(BlockTiers tiers, BigDecimal quantity) {
        var start = ZERO;
        var reached = tiers.list().getFirst();
        for (var tier : tiers.list()) {
            reached = tier;
            var capacity = tier.capacity();
            if (capacity == null || quantity.compareTo(start.add(capacity)) <= 0) {
                break;
            }
            start = start.add(capacity);
        }
        var priced = sum(quantity, List.of(share(reached, ZERO, null, blocks(quantity, reached.size()))));
        return new Priced(quantity, null, priced.usage(), ZERO, priced.tiers(), priced.steps());
    }

    private static BigDecimal blocks(BigDecimal quantity, BigDecimal size) {
        return quantity.divide(size, 0, RoundingMode.CEILING);
    }

    private static TierShare share(BlockTier tier, BigDecimal start, @Nullable BigDecimal end, BigDecimal blocks) {
        return new TierShare(start, end, blocks, tier.price(), ZERO, blocks.multiply(tier.price()));
    }

    private static Priced sum(BigDecimal quantity, List<TierShare> shares) {
        var steps = shares.stream().map(BlockPricing::explain).toList();
        var total = shares.stream().map(TierShare::amount).reduce(ZERO, BigDecimal::add);
        return new Priced(quantity, null, total, ZERO, shares, steps);
    }

    private static String explain(TierShare share) {
        return "tier %s: %s blocks × %s = %s"
                .formatted(
                        Plain.range(share.from(), share.upTo()),
                        Plain.of(share.quantity()),
                        Plain.of(share.unitPrice()),
                        Plain.of(share.amount()));
    }
}
