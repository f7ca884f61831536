package io.tenantlens.cost.rating;

import static java.math.BigDecimal.ZERO;

import io.tenantlens.cost.ratecard.Tier;
import io.tenantlens.cost.ratecard.Tiers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Prices under tiers whose bounds are quantities. */
final class TierPricing {

    private TierPricing() {}

    /** Each tier prices its part; its flat amount is due once the quantity is above the tier's start. */
    static Priced graduated(Tiers tiers, BigDecimal quantity, boolean inPercent) {
        var reached = tiers.indexOf(quantity);
        var shares = new ArrayList<TierShare>();
        var steps = new ArrayList<String>();
        for (var i = 0; i <= reached; i++) {
            var tier = tiers.list().get(i);
            var start = tiers.startOf(i);
            var end = i < reached && tier.upTo() != null ? tier.upTo() : quantity;
            var share = share(tier, start, end.subtract(start), inPercent, flatOf(tiers, tier, quantity));
            shares.add(share);
            steps.add("tier %s: %s".formatted(Plain.range(start, tier.upTo()), explain(share, inPercent)));
        }
        return sum(quantity, shares, steps);
    }

    /** One tier prices the whole quantity. */
    static Priced volume(Tiers tiers, BigDecimal quantity) {
        var reached = tiers.indexOf(quantity);
        var tier = tiers.list().get(reached);
        var start = tiers.startOf(reached);
        var share = share(tier, start, quantity, false, flatOf(tiers, tier, quantity));
        var step = "all in tier %s: %s".formatted(Plain.range(start, tier.upTo()), explain(share, false));
        var usage = share.amount().subtract(share.flat());
        var unitPrice = tier.unit().signum() == 0 ? null : tier.unit();
        return new Priced(quantity, unitPrice, usage, share.flat(), List.of(share), List.of(step));
    }

    private static BigDecimal flatOf(Tiers tiers, Tier tier, BigDecimal quantity) {
        return quantity.signum() == 0 && !tiers.flatAtZero() ? ZERO : tier.flat();
    }

    private static TierShare share(
            Tier tier, BigDecimal start, BigDecimal quantity, boolean inPercent, BigDecimal flat) {
        var price = inPercent ? tier.unit().movePointLeft(2) : tier.unit();
        return new TierShare(
                start,
                tier.upTo(),
                quantity,
                price,
                flat,
                quantity.multiply(price).add(flat));
    }

    private static String explain(TierShare share, boolean inPercent) {
        var price = inPercent ? Plain.of(share.unitPrice().movePointRight(2)) + " %" : Plain.of(share.unitPrice());
        var flat = share.flat().signum() == 0 ? "" : " + " + Plain.of(share.flat()) + " flat";
        return "%s × %s%s = %s".formatted(Plain.of(share.quantity()), price, flat, Plain.of(share.amount()));
    }

    private static Priced sum(BigDecimal quantity, List<TierShare> shares, List<String> steps) {
        var flat = shares.stream().map(TierShare::flat).reduce(ZERO, BigDecimal::add);
        var total = shares.stream().map(TierShare::amount).reduce(ZERO, BigDecimal::add);
        return new Priced(quantity, null, total.subtract(flat), flat, shares, steps);
    }
}
