package io.tenantlens.cost.invoice;

import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.ratecard.BlockTier;
import io.tenantlens.cost.ratecard.BlockTiers;
import io.tenantlens.cost.ratecard.Charge;
import io.tenantlens.cost.ratecard.ChargeId;
import io.tenantlens.cost.ratecard.Conversion;
import io.tenantlens.cost.ratecard.PriceModel;
import io.tenantlens.cost.ratecard.Proration;
import io.tenantlens.cost.ratecard.RateCard;
import io.tenantlens.cost.ratecard.Tier;
import io.tenantlens.cost.ratecard.Tiers;
import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Rate cards, usage and reductions from a seed. */
final class RandomCards {

    private final Random random;

    RandomCards(long seed) {
        this.random = new Random(seed);
    }

    RateCard card() {
        var charges = new ArrayList<Charge>();
        for (var i = 0; i < 1 + random.nextInt(5); i++) {
            charges.add(charge("charge" + i));
        }
        return new RateCard(Currency.BDT, charges);
    }

    BigDecimal quantity() {
        return BigDecimal.valueOf(random.nextInt(50_000), random.nextInt(4));
    }

    Money money() {
        return Money.rounded(BigDecimal.valueOf(random.nextInt(200_000), 2), Currency.BDT);
    }

    Tax tax(String id, RateCard card) {
        return new Tax(id, BigDecimal.valueOf(random.nextInt(300), 1), random.nextBoolean() ? Set.of() : some(card));
    }

    Set<ChargeId> some(RateCard card) {
        return card.charges().stream()
                .map(Charge::id)
                .filter(id -> random.nextBoolean())
                .collect(Collectors.toSet());
    }

    private Charge charge(String id) {
        var charge = Charge.of(id, model());
        if (random.nextInt(3) == 0) {
            charge = charge.withConvert(new Conversion(price().add(BigDecimal.ONE), Conversion.Round.CEIL));
        }
        if (random.nextInt(3) == 0) {
            charge = charge.withFreeUnits(quantity());
        }
        if (random.nextInt(3) == 0) {
            charge = charge.withDiscountPercent(BigDecimal.valueOf(random.nextInt(1_000), 1));
        }
        if (random.nextInt(3) == 0) {
            var least = quantity();
            charge = charge.withBounds(least, random.nextBoolean() ? null : least.add(quantity()));
        }
        if (random.nextInt(3) == 0) {
            var active = new DateRange(LocalDate.of(2026, 10, 1 + random.nextInt(31)), LocalDate.of(2026, 11, 1));
            var days = random.nextBoolean() ? Proration.DayCount.ACTUAL : Proration.DayCount.FIXED_30;
            charge = charge.withProration(new Proration(active, days));
        }
        return charge;
    }

    private PriceModel model() {
        return switch (random.nextInt(9)) {
            case 0 -> new PriceModel.Flat(price());
            case 1 -> new PriceModel.Packages(price().add(BigDecimal.ONE), price());
            case 2 -> new PriceModel.Graduated(tiers());
            case 3 -> new PriceModel.Volume(tiers());
            case 4 -> new PriceModel.GraduatedPercentage(tiers());
            case 5 -> new PriceModel.Capacity(tiers());
            case 6 -> new PriceModel.Dynamic(price());
            case 7 -> new PriceModel.TopTier(blocks());
            default -> new PriceModel.Unit(price());
        };
    }

    private Tiers tiers() {
        var tiers = new ArrayList<Tier>();
        var bound = BigDecimal.ZERO;
        for (var i = 0; i < random.nextInt(4); i++) {
            bound = bound.add(quantity()).add(BigDecimal.ONE);
            tiers.add(new Tier(bound, price(), price()));
        }
        tiers.add(new Tier(null, price(), price()));
        return new Tiers(tiers, random.nextBoolean());
    }

    private BlockTiers blocks() {
        var block = new BlockTier(price().add(BigDecimal.ONE), BigDecimal.TEN, price());
        return new BlockTiers(List.of(block, new BlockTier(block.size(), null, price())));
    }

    private BigDecimal price() {
        return BigDecimal.valueOf(random.nextInt(10_000), random.nextInt(6));
    }
}
