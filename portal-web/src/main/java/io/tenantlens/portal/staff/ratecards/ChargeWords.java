package io.tenantlens.portal.staff.ratecards;

import io.tenantlens.api.billing.MeteredCharge;
import io.tenantlens.api.billing.Plan;
import io.tenantlens.api.billing.card.PriceCurve;
import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.ratecard.BlockTiers;
import io.tenantlens.cost.ratecard.PriceModel;
import io.tenantlens.cost.ratecard.Tiers;
import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.chart.Chart.Form;
import io.tenantlens.portal.chart.NumberLabels;
import io.tenantlens.portal.chart.Point;
import io.tenantlens.portal.chart.Series;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.staff.ratecards.ChargeView.TierRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says a charge in words, and draws what it costs. */
public final class ChargeWords {

    private final Look look;
    private final Currency currency;

    private ChargeWords(Look look, Currency currency) {
        this.look = look;
        this.currency = currency;
    }

    /** The charges of a plan in the order of its bills. */
    public static List<ChargeView> charges(Plan plan, Look look) {
        var words = new ChargeWords(look, plan.currency());
        return IntStream.range(0, plan.charges().size())
                .mapToObj(i -> words.view(plan.charges().get(i), i))
                .toList();
    }

    /** How a card cuts fixed fees. */
    public static String proration(String key) {
        return switch (key) {
            case "fixed30" -> "cut by days as if each month had 30";
            case "none" -> "not cut: the month's last plan costs its whole fee";
            default -> "cut by the days of the month";
        };
    }

    /** Dimensions as people write them. */
    public static String dimensions(Map<String, String> where) {
        return new TreeMap<>(where)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    private ChargeView view(MeteredCharge charge, int index) {
        var model = charge.charge().model();
        return new ChargeView(
                charge.title(),
                modelName(model),
                price(model, charge.unit()),
                extras(charge),
                charge.unit(),
                tiers(model),
                model instanceof PriceModel.Flat ? null : curve(charge, index));
    }

    private static String modelName(PriceModel model) {
        return switch (model) {
            case PriceModel.Flat _ -> "fixed fee";
            case PriceModel.Unit _ -> "price a unit";
            case PriceModel.Packages _ -> "whole packages";
            case PriceModel.Graduated _ -> "graduated";
            case PriceModel.GraduatedBlocks _ -> "graduated, in blocks";
            case PriceModel.Volume _ -> "volume";
            case PriceModel.GraduatedPercentage _ -> "graduated percentage";
            case PriceModel.Capacity _ -> "capacity";
            case PriceModel.TopTier _ -> "top tier";
            case PriceModel.Dynamic _ -> "resold";
            case PriceModel.Percentage _ -> "percentage";
        };
    }

    private String price(PriceModel model, String unit) {
        return switch (model) {
            case PriceModel.Flat(var amount) -> money(amount) + " a " + unit;
            case PriceModel.Unit(var price) -> money(price) + " each";
            case PriceModel.Packages(var size, var price) ->
                "%s for each %s, one that was begun in full".formatted(money(price), number(size));
            case PriceModel.Graduated _, PriceModel.GraduatedBlocks _ ->
                "Each tier prices the part of the quantity that lies in it.";
            case PriceModel.Volume _ -> "The tier that the quantity falls into prices all of it.";
            case PriceModel.GraduatedPercentage _ -> "Each tier takes its percentage of the part that lies in it.";
            case PriceModel.Capacity _ -> "The tier that the peak of the month falls into has one price.";
            case PriceModel.TopTier _ -> "The last tier that was reached prices all of the quantity, in its blocks.";
            case PriceModel.Dynamic(var multiplier) -> "The metered amount times " + number(multiplier);
            case PriceModel.Percentage percentage ->
                "%s%% and %s for each event".formatted(number(percentage.percent()), money(percentage.fixedPerEvent()));
        };
    }

    private List<String> extras(MeteredCharge metered) {
        var extras = new ArrayList<String>();
        var charge = metered.charge();
        if (metered.meter() != null) {
            var where = metered.where().isEmpty() ? "" : " with " + dimensions(metered.where());
            extras.add("Counts %s%s, %s".formatted(metered.meter(), where, measure(metered.measure())));
        }
        if (charge.convert() != null) {
            var round = switch (charge.convert().round()) {
                case NONE -> "";
                case CEIL -> ", rounded up to whole ones";
                case FLOOR -> ", rounded down to whole ones";
                case HALF_UP -> ", rounded to whole ones";
            };
            extras.add("One of %s is %s metered%s"
                    .formatted(metered.unit(), number(charge.convert().divideBy()), round));
        }
        if (charge.freeUnits().signum() > 0) {
            extras.add("%s free".formatted(number(charge.freeUnits())));
        }
        if (charge.discountPercent().signum() > 0) {
            extras.add("%s%% discount".formatted(number(charge.discountPercent())));
        }
        bound(extras, "At least", charge.minimum());
        bound(extras, "At most", charge.maximum());
        return extras;
    }

    private void bound(List<String> extras, String words, @Nullable BigDecimal amount) {
        if (amount != null) {
            extras.add("%s %s a month".formatted(words, money(amount)));
        }
    }

    private static String measure(MeteredCharge.Measure measure) {
        return switch (measure) {
            case SUM -> "all days added up";
            case AVERAGE -> "as the average over all hours of the month";
            case PEAK -> "the highest day";
        };
    }

    private List<TierRow> tiers(PriceModel model) {
        return switch (model) {
            case PriceModel.Graduated(Tiers tiers) -> tiers(tiers, false);
            case PriceModel.Volume(Tiers tiers) -> tiers(tiers, false);
            case PriceModel.Capacity(Tiers tiers) -> tiers(tiers, false);
            case PriceModel.GraduatedPercentage(Tiers tiers) -> tiers(tiers, true);
            case PriceModel.GraduatedBlocks(BlockTiers tiers) -> blocks(tiers);
            case PriceModel.TopTier(BlockTiers tiers) -> blocks(tiers);
            case PriceModel.Flat _,
                    PriceModel.Unit _,
                    PriceModel.Packages _,
                    PriceModel.Dynamic _,
                    PriceModel.Percentage _ -> List.of();
        };
    }

    private List<TierRow> tiers(Tiers tiers, boolean percent) {
        var rows = new ArrayList<TierRow>();
        var from = BigDecimal.ZERO;
        for (var tier : tiers.list()) {
            rows.add(new TierRow(
                    range(from, tier.upTo()),
                    percent ? number(tier.unit()) + "%" : money(tier.unit()),
                    tier.flat().signum() == 0 ? "" : money(tier.flat())));
            from = tier.upTo() == null ? from : tier.upTo();
        }
        return rows;
    }

    private List<TierRow> blocks(BlockTiers tiers) {
        var rows = new ArrayList<TierRow>();
        var from = BigDecimal.ZERO;
        for (var tier : tiers.list()) {
            var capacity = tier.capacity();
            var to = capacity == null ? null : from.add(capacity);
            rows.add(new TierRow(range(from, to), money(tier.price()) + " for " + number(tier.size()), ""));
            from = to == null ? from : to;
        }
        return rows;
    }

    private String range(BigDecimal from, @Nullable BigDecimal to) {
        if (to == null) {
            return from.signum() == 0 ? "any quantity" : "above " + number(from);
        }
        return from.signum() == 0 ? "up to " + number(to) : "above %s up to %s".formatted(number(from), number(to));
    }

    private Chart curve(MeteredCharge charge, int index) {
        var points = PriceCurve.of(charge, currency).points();
        var labels = new NumberLabels(
                value -> look.shortQuantity(value, currency.code()),
                value -> value == null ? "no data" : look.money(Money.rounded(value, currency)));
        return new Chart(
                "curve-" + index,
                charge.title() + ": cost of a month by quantity",
                Form.AREA,
                points.stream()
                        .map(point -> new Point(
                                look.shortQuantity(point.quantity(), ""),
                                look.quantity(point.quantity(), "") + " " + charge.unit()))
                        .toList(),
                List.of(Series.main(
                        "Before tax",
                        points.stream()
                                .<@Nullable BigDecimal>map(
                                        point -> point.amount().amount())
                                .toList())),
                labels);
    }

    /** Prices may have more decimals than the currency: none is left out. */
    private String money(BigDecimal price) {
        return look.price(price, currency);
    }

    private String number(BigDecimal number) {
        return look.exactNumber(number);
    }
}
