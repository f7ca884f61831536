package io.tenantlens.portal.tenant.bills;

import io.tenantlens.api.billing.MeteredCharge;
import io.tenantlens.api.billing.explanation.Explanation;
import io.tenantlens.api.billing.explanation.PricedLine;
import io.tenantlens.api.meter.Meter;
import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.rating.TierShare;
import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.chart.Chart.Form;
import io.tenantlens.portal.chart.Point;
import io.tenantlens.portal.chart.Series;
import io.tenantlens.portal.chart.TierStairs;
import io.tenantlens.portal.chart.TierStairs.Tread;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.TenantVisit;
import io.tenantlens.portal.tenant.series.Charts;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts an explanation into words and drawings. */
@Singleton
class WhyReader {

    private final MeterCatalogue catalogue;

    @Inject
    WhyReader(MeterCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    WhyCard read(Explanation explanation, TenantVisit visit) {
        var look = visit.look();
        var line = explanation.line();
        var priced = explanation.priced().orElse(null);
        var meter = priced == null ? null : meter(priced.charge().meter());
        var tiers = priced == null ? List.<TierShare>of() : priced.again().tiers();
        return new WhyCard(
                line.number(),
                line.title(),
                look.money(line.net()),
                look.month(line.serviceMonth()),
                priced == null || meter == null ? null : source(priced.charge(), meter),
                line.steps(),
                priced == null ? null : checked(explanation, priced, look),
                stairs(tiers, line.amount(), look),
                tiers.stream().map(tier -> tier(tier, line.amount(), look)).toList(),
                priced == null || meter == null ? null : usage(priced, meter, visit),
                priced == null || meter == null ? null : later(explanation, priced, meter, look),
                priced == null || meter == null ? null : usageHref(priced, meter, visit.path()));
    }

    private @Nullable Meter meter(@Nullable MeterKey key) {
        return key == null ? null : catalogue.find(key).orElse(null);
    }

    private static String source(MeteredCharge charge, Meter meter) {
        var only = charge.where().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(", "));
        var what = "%s (meter %s%s)".formatted(meter.title(), meter.key(), only.isEmpty() ? "" : ", only " + only);
        return switch (charge.measure()) {
            case SUM -> what + ", all days added up";
            case AVERAGE -> what + ", divided by the hours of the whole month";
            case PEAK -> what + ", the highest day";
        };
    }

    private static WhyCard.Checked checked(Explanation explanation, PricedLine priced, Look look) {
        var billed = explanation.line().amount().minus(explanation.line().discount());
        var again = priced.again().net();
        return again.equals(billed)
                ? new WhyCard.Checked(true, "Rated again just now: %s, as billed".formatted(look.money(again)))
                : new WhyCard.Checked(
                        false, "Rated again just now: %s, billed %s".formatted(look.money(again), look.money(billed)));
    }

    private static @Nullable TierStairs stairs(List<TierShare> tiers, Money money, Look look) {
        if (tiers.size() < 2) {
            return null;
        }
        var treads = tiers.stream()
                .map(tier -> new Tread(tier.quantity(), tier.unitPrice(), range(tier, look), price(tier, money, look)))
                .toList();
        var words = treads.stream()
                .map(tread -> "%s at %s".formatted(look.quantity(tread.quantity(), ""), tread.price()))
                .collect(Collectors.joining(
                        "; ", "Tiers, each as wide as its quantity and as high as its price: ", "."));
        return new TierStairs("tiers", words, treads);
    }

    private static WhyCard.Tier tier(TierShare tier, Money money, Look look) {
        return new WhyCard.Tier(
                range(tier, look),
                look.quantity(tier.quantity(), ""),
                price(tier, money, look),
                tier.flat().signum() == 0 ? Look.NO_DATA : look.money(exact(tier.flat(), money)),
                look.money(exact(tier.amount(), money)));
    }

    private static String range(TierShare tier, Look look) {
        var upTo = tier.upTo();
        if (upTo == null) {
            return "above " + look.quantity(tier.from(), "");
        }
        return tier.from().signum() == 0
                ? "up to " + look.quantity(upTo, "")
                : "%s to %s".formatted(look.quantity(tier.from(), ""), look.quantity(upTo, ""));
    }

    private static String price(TierShare tier, Money money, Look look) {
        return tier.unitPrice().signum() == 0 ? "free" : look.price(tier.unitPrice(), money.currency());
    }

    private static Money exact(BigDecimal amount, Money like) {
        return Money.rounded(amount, like.currency());
    }

    private static Chart usage(PricedLine priced, Meter meter, TenantVisit visit) {
        var look = visit.look();
        var points = new ArrayList<Point>();
        var values = new ArrayList<@Nullable BigDecimal>();
        var dates = priced.period().dates();
        for (var day = dates.start(); day.isBefore(dates.end()); day = day.plusDays(1)) {
            points.add(new Point(look.shortDay(day), look.day(day), hours(meter, day, visit.path()), false));
            values.add(priced.days().get(day));
        }
        return new Chart(
                "days",
                meter.title() + " by day",
                Form.STACKED,
                points,
                List.of(Series.main(meter.title(), values)),
                Charts.labels(look, meter.unit()));
    }

    private static String hours(Meter meter, LocalDate day, String path) {
        return "%s/usage?meter=%s&from=%s&to=%s".formatted(path, meter.key(), day, day);
    }

    private static String usageHref(PricedLine priced, Meter meter, String path) {
        var dates = priced.period().dates();
        return "%s/usage?meter=%s&from=%s&to=%s"
                .formatted(path, meter.key(), dates.start(), dates.end().minusDays(1));
    }

    private static @Nullable String later(Explanation explanation, PricedLine priced, Meter meter, Look look) {
        var billed = explanation.line().metered();
        var known = priced.knownNow();
        return billed == null || known.compareTo(billed) == 0
                ? null
                : "Billed here: %s. Known now: %s. The difference is a correction on a later invoice."
                        .formatted(look.quantity(billed, meter.unit()), look.quantity(known, meter.unit()));
    }
}
