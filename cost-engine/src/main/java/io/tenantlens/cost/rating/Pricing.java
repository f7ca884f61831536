package io.tenantlens.cost.rating;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import io.tenantlens.cost.ratecard.Charge;
import io.tenantlens.cost.ratecard.PriceModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** From consumption to an exact price: convert, round, take free units off, then price. */
final class Pricing {

    private Pricing() {}

    /** The price of what was consumed, in metered units. */
    static Priced ofConsumption(Charge charge, Consumption usage) {
        if (charge.model() instanceof PriceModel.Percentage percentage) {
            return percentage(charge, percentage, usage);
        }
        var metered = quantity(charge.model(), usage);
        var steps = new ArrayList<String>();
        var converted = metered;
        if (charge.convert() != null) {
            converted = charge.convert().apply(metered);
            steps.add("%s ÷ %s = %s"
                    .formatted(Plain.of(metered), Plain.of(charge.convert().divideBy()), Plain.of(converted)));
        }
        var due = converted.subtract(charge.freeUnits()).max(ZERO);
        if (charge.freeUnits().signum() != 0) {
            steps.add("%s − %s free = %s"
                    .formatted(Plain.of(converted), Plain.of(converted.min(charge.freeUnits())), Plain.of(due)));
        }
        var priced = ofQuantity(charge.model(), due);
        steps.addAll(priced.steps());
        return new Priced(priced.quantity(), priced.unitPrice(), priced.usage(), priced.flat(), priced.tiers(), steps);
    }

    /** The price of a quantity that is in priced units already, free units taken off. */
    static Priced ofQuantity(PriceModel model, BigDecimal quantity) {
        return switch (model) {
            case PriceModel.Flat(var amount) -> flat(amount);
            case PriceModel.Unit(var price) -> times(quantity, price);
            case PriceModel.Dynamic(var multiplier) -> times(quantity, multiplier);
            case PriceModel.Packages(var size, var price) -> BlockPricing.packages(size, price, quantity);
            case PriceModel.Graduated(var tiers) -> TierPricing.graduated(tiers, quantity, false);
            case PriceModel.GraduatedPercentage(var tiers) -> TierPricing.graduated(tiers, quantity, true);
            case PriceModel.Volume(var tiers) -> TierPricing.volume(tiers, quantity);
            case PriceModel.Capacity(var tiers) -> TierPricing.volume(tiers, quantity);
            case PriceModel.GraduatedBlocks(var tiers) -> BlockPricing.graduated(tiers, quantity);
            case PriceModel.TopTier(var tiers) -> BlockPricing.topTier(tiers, quantity);
            case PriceModel.Percentage percentage ->
                EventPricing.price(percentage, new Consumption.Quantity(quantity), ZERO);
        };
    }

    private static Priced percentage(Charge charge, PriceModel.Percentage model, Consumption usage) {
        if (charge.convert() != null) {
            throw new IllegalArgumentException("a percentage takes amounts as they are, without convert");
        }
        return EventPricing.price(model, usage, charge.freeUnits());
    }

    private static BigDecimal quantity(PriceModel model, Consumption usage) {
        return switch (usage) {
            case Consumption.Quantity(var quantity) -> quantity;
            case Consumption.Events(var samples)
            when model instanceof PriceModel.Capacity -> samples.stream().reduce(ZERO, BigDecimal::max);
            case Consumption.Events _, Consumption.EventTotals _ ->
                throw new IllegalArgumentException("must be one quantity for this model");
        };
    }

    private static Priced flat(BigDecimal amount) {
        return new Priced(ONE, amount, ZERO, amount, List.of(), List.of("flat " + Plain.of(amount)));
    }

    private static Priced times(BigDecimal quantity, BigDecimal price) {
        var amount = quantity.multiply(price);
        return Priced.ofUsage(
                quantity,
                price,
                amount,
                "%s × %s = %s".formatted(Plain.of(quantity), Plain.of(price), Plain.of(amount)));
    }
}
