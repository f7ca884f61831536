package io.tenantlens.api.ratecard;

import static java.math.BigDecimal.ZERO;

import io.tenantlens.api.input.InvalidInput;
import io.tenantlens.api.input.JsonInput;
import io.tenantlens.cost.ratecard.BlockTier;
import io.tenantlens.cost.ratecard.BlockTiers;
import io.tenantlens.cost.ratecard.Charge;
import io.tenantlens.cost.ratecard.ChargeId;
import io.tenantlens.cost.ratecard.Conversion;
import io.tenantlens.cost.ratecard.PriceModel;
import io.tenantlens.cost.ratecard.Proration;
import io.tenantlens.cost.ratecard.Tier;
import io.tenantlens.cost.ratecard.Tiers;
import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one charge of a rate card: a model with its fields, as the command {@code rate} takes it. */
public final class ChargeReader {

    private static final List<String> PRICE =
            List.of("model", "convert", "freeUnits", "discountPercent", "minimum", "maximum");

    private static final List<String> CHARGE =
            Stream.concat(PRICE.stream(), Stream.of("id", "prorate")).toList();

    /** The fields of each model beside the common ones. */
    private static final Map<String, List<String>> FIELDS = Map.of(
            "flat", List.of("amount"),
            "unit", List.of("unit"),
            "package", List.of("size", "price"),
            "graduated", List.of("tiers", "flatAtZero"),
            "volume", List.of("tiers", "flatAtZero"),
            "percentage", List.of("percent", "fixedPerEvent", "freeEvents", "minimumPerEvent", "maximumPerEvent"),
            "graduatedPercentage", List.of("tiers", "flatAtZero"),
            "capacity", List.of("tiers", "flatAtZero"),
            "topTier", List.of("tiers"),
            "dynamic", List.of("multiplier"));

    private static final Map<String, Conversion.Round> ROUNDS = Map.of(
            "ceil", Conversion.Round.CEIL,
            "floor", Conversion.Round.FLOOR,
            "halfUp", Conversion.Round.HALF_UP,
            "round", Conversion.Round.HALF_UP,
            "none", Conversion.Round.NONE);

    private static final Map<String, Proration.DayCount> POLICIES =
            Map.of("actual", Proration.DayCount.ACTUAL, "fixed30", Proration.DayCount.FIXED_30);

    private ChargeReader() {}

    /** A charge with its id, as a case has it. */
    public static Charge read(JsonInput input, @Nullable DateRange period) {
        var model = model(input, CHARGE);
        var id = input.field("id").parse(ChargeId::new);
        var charge = priced(input, id, model);
        return charge.withProration(input.optional("prorate", null, value -> proration(value, period)));
    }

    /** The price of a charge whose id stands elsewhere, as a rate card has it. */
    public static Charge price(JsonInput input, ChargeId id) {
        return priced(input, id, model(input, PRICE));
    }

    private static Charge priced(JsonInput input, ChargeId id, PriceModel model) {
        var convert = input.optional("convert", null, ChargeReader::conversion);
        var freeUnits = notNegative(input, "freeUnits");
        var discount = input.optional("discountPercent", ZERO, ChargeReader::percentage);
        var minimum = input.optional("minimum", null, ChargeReader::notNegative);
        var maximum = input.optional("maximum", null, ChargeReader::notNegative);
        return input.checked(() -> new Charge(id, model, convert, freeUnits, discount, minimum, maximum, null));
    }

    private static PriceModel model(JsonInput input, List<String> common) {
        var name = input.text("model");
        var fields = FIELDS.get(name);
        if (fields == null) {
            throw input.field("model")
                    .invalid("unknown model '" + name + "'; known are "
                            + String.join(
                                    ", ", FIELDS.keySet().stream().sorted().toList()));
        }
        input.only(Stream.concat(common.stream(), fields.stream()).toArray(String[]::new));
        return input.checked(() -> model(name, input));
    }

    private static PriceModel model(String name, JsonInput input) {
        return switch (name) {
            case "flat" -> new PriceModel.Flat(notNegative(input.field("amount")));
            case "unit" -> new PriceModel.Unit(notNegative(input.field("unit")));
            case "package" -> new PriceModel.Packages(positive(input.field("size")), notNegative(input.field("price")));
            case "graduated" ->
                isInBlocks(input)
                        ? new PriceModel.GraduatedBlocks(blocks(input))
                        : new PriceModel.Graduated(tiers(input, "unit", "flat"));
            case "volume" -> new PriceModel.Volume(tiers(input, "unit", "flat"));
            case "graduatedPercentage" -> new PriceModel.GraduatedPercentage(tiers(input, "percent", "flat"));
            case "capacity" -> new PriceModel.Capacity(tiers(input, "unit", "flat", "price"));
            case "topTier" -> new PriceModel.TopTier(blocks(input));
            case "dynamic" -> new PriceModel.Dynamic(notNegative(input.field("multiplier")));
            default ->
                new PriceModel.Percentage(
                        notNegative(input.field("percent")),
                        notNegative(input, "fixedPerEvent"),
                        notNegative(input, "freeEvents"),
                        input.optional("minimumPerEvent", null, ChargeReader::notNegative),
                        input.optional("maximumPerEvent", null, ChargeReader::notNegative));
        };
    }

    private static boolean isInBlocks(JsonInput input) {
        var tiers = input.field("tiers").items();
        return !tiers.isEmpty() && tiers.getFirst().has("size");
    }

    /** Tiers with a price of units or percent under one name and a flat amount under another, or its alias. */
    private static Tiers tiers(JsonInput input, String unitName, String... flatNames) {
        var known =
                Stream.concat(Stream.of("upTo", unitName), Stream.of(flatNames)).toArray(String[]::new);
        var place = input.field("tiers");
        var tiers = new ArrayList<Tier>();
        for (var item : place.items()) {
            item.only(known);
            var upTo = item.optional("upTo", null, ChargeReader::positive);
            var unit = notNegative(item, unitName);
            var flat = notNegative(
                    item, Stream.of(flatNames).filter(item::has).findFirst().orElse("flat"));
            tiers.add(new Tier(upTo, unit, flat));
            // Each prefix is checked, so that the tier which breaks the order is the one that is named.
            item.checked(() -> new Tiers(tiers));
        }
        var flatAtZero = input.optional("flatAtZero", true, JsonInput::bool);
        return place.checked(() -> new Tiers(tiers, flatAtZero));
    }

    private static BlockTiers blocks(JsonInput input) {
        var place = input.field("tiers");
        var tiers = new ArrayList<BlockTier>();
        for (var item : place.items()) {
            item.only("size", "max", "price");
            var size = positive(item.field("size"));
            var max = item.optional("max", null, ChargeReader::positive);
            var price = notNegative(item.field("price"));
            tiers.add(new BlockTier(size, max, price));
            item.checked(() -> new BlockTiers(tiers));
        }
        return place.checked(() -> new BlockTiers(tiers));
    }

    private static Conversion conversion(JsonInput input) {
        input.only("divideBy", "round");
        var divideBy = positive(input.field("divideBy"));
        var round = input.optional("round", Conversion.Round.NONE, value -> value.choice(ROUNDS));
        return new Conversion(divideBy, round);
    }

    private static Proration proration(JsonInput input, @Nullable DateRange period) {
        if (period == null) {
            throw new InvalidInput("/period", "is required for prorate");
        }
        input.only("from", "to", "policy");
        var from = input.optional("from", period.start(), value -> value.date(ZoneOffset.UTC));
        var to = input.optional("to", period.end(), value -> value.date(ZoneOffset.UTC));
        var policy = input.optional("policy", Proration.DayCount.ACTUAL, value -> value.choice(POLICIES));
        if (!from.isBefore(period.end()) || !to.isAfter(period.start())) {
            throw input.invalid("must be active in the period " + period.start() + " .. " + period.end());
        }
        return input.checked(() -> new Proration(new DateRange(from, to), policy));
    }

    private static BigDecimal notNegative(JsonInput input, String name) {
        return input.optional(name, ZERO, ChargeReader::notNegative);
    }

    private static BigDecimal positive(JsonInput value) {
        var number = value.decimal();
        if (number.signum() <= 0) {
            throw value.invalid("must be more than zero: " + number.toPlainString());
        }
        return number;
    }

    private static BigDecimal percentage(JsonInput value) {
        var number = value.decimal();
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw value.invalid("must be from 0 to 100: " + number.toPlainString());
        }
        return number;
    }

    private static BigDecimal notNegative(JsonInput value) {
        var number = value.decimal();
        if (number.signum() < 0) {
            throw value.invalid("must not be negative: " + number.toPlainString());
        }
        return number;
    }
}
