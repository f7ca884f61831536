package io.tenantlens.api.billing.card;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import io.tenantlens.api.billing.MeteredCharge;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.ratecard.BlockTier;
import io.tenantlens.cost.ratecard.PriceModel;
import io.tenantlens.cost.ratecard.Tier;
import io.tenantlens.cost.ratecard.Tiers;
import io.tenantlens.cost.rating.ChargeRater;
import io.tenantlens.cost.rating.Consumption;
import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** What a month of a charge costs by how much is used, each point rated like a bill. */
public record PriceCurve(List<Point> points) {

    private static final int INTERVALS = 24;

    /** How far beyond the last bound the curve goes on. */
    private static final BigDecimal BEYOND = new BigDecimal("1.5");

    private static final List<BigDecimal> ROUND_STEPS =
            List.of(ONE, BigDecimal.TWO, new BigDecimal("2.5"), BigDecimal.valueOf(5), BigDecimal.TEN);

    private static final DateRange ANY_MONTH = new DateRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1));

    /**
     * A quantity and its cost before tax.
     *
     * @param quantity in priced units
     */
    public record Point(BigDecimal quantity, Money amount) {}

    public PriceCurve {
        points = List.copyOf(points);
    }

    public static PriceCurve of(MeteredCharge metered, Currency currency) {
        var charge = metered.charge();
        var rater = new ChargeRater(currency, ANY_MONTH);
        var divideBy = charge.convert() == null ? ONE : charge.convert().divideBy();
        var step = step(end(charge.model(), charge.freeUnits()));
        return new PriceCurve(IntStream.rangeClosed(0, INTERVALS)
                .mapToObj(i -> step.multiply(BigDecimal.valueOf(i)))
                .map(quantity -> {
                    var used = new Consumption.Quantity(quantity.multiply(divideBy));
                    var lines = rater.rate(charge, used, List.of());
                    return new Point(
                            quantity,
                            Money.sum(lines.stream().map(line -> line.net()).toList(), currency));
                })
                .toList());
    }

    /** Beyond the last bound, so that the price after it shows; where nothing bounds, beyond what is free. */
    private static BigDecimal end(PriceModel model, BigDecimal freeUnits) {
        var bound = switch (model) {
            case PriceModel.Graduated(Tiers tiers) -> lastBound(tiers);
            case PriceModel.Volume(Tiers tiers) -> lastBound(tiers);
            case PriceModel.GraduatedPercentage(Tiers tiers) -> lastBound(tiers);
            case PriceModel.Capacity(Tiers tiers) -> lastBound(tiers);
            case PriceModel.GraduatedBlocks(var tiers) -> blocks(tiers.list());
            case PriceModel.TopTier(var tiers) -> blocks(tiers.list());
            case PriceModel.Packages(var size, var _) -> size.multiply(BigDecimal.valueOf(4));
            case PriceModel.Flat _, PriceModel.Unit _, PriceModel.Dynamic _, PriceModel.Percentage _ -> ZERO;
        };
        var end = bound.add(freeUnits).multiply(BEYOND);
        return end.signum() == 0 ? BigDecimal.valueOf(100) : end;
    }

    private static BigDecimal lastBound(Tiers tiers) {
        return tiers.list().stream().map(Tier::upTo).filter(Objects::nonNull).reduce(ZERO, BigDecimal::max);
    }

    private static BigDecimal blocks(List<BlockTier> tiers) {
        return tiers.stream()
                .map(tier -> tier.capacity() == null ? tier.size() : tier.capacity())
                .reduce(ZERO, BigDecimal::add);
    }

    /** The smallest round step that reaches the end. */
    private static BigDecimal step(BigDecimal end) {
        var exact = end.divide(BigDecimal.valueOf(INTERVALS), MathContext.DECIMAL64);
        var power = ONE.scaleByPowerOfTen(exact.precision() - exact.scale() - 1);
        return ROUND_STEPS.stream()
                .map(round -> round.multiply(power))
                .filter(step -> step.compareTo(exact) >= 0)
                .findFirst()
                .orElseGet(() -> exact.setScale(0, RoundingMode.CEILING));
    }
}
