package io.tenantlens.portal.staff.revenue;

import io.tenantlens.api.directory.Tenant;
import io.tenantlens.api.insight.RevenueDay;
import io.tenantlens.api.insight.RevenueQueries;
import io.tenantlens.api.insight.TenantRevenue;
import io.tenantlens.api.insight.TenantRevenue.Takings;
import io.tenantlens.api.usage.PlatformUsageQueries;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.cost.time.Period;
import io.tenantlens.portal.format.Figure;
import io.tenantlens.portal.format.Freshness;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.range.ChosenRange;
import io.tenantlens.portal.range.RangePicker;
import io.tenantlens.portal.staff.forecast.ForecastCard;
import io.tenantlens.portal.staff.revenue.RevenuePage.TierRow;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what the tenants take in, and sets it beside what is usual. */
@Singleton
class RevenueReader {

    private static final MeterKey REVENUE = new MeterKey("revenue");
    private static final int WEEKS_BEFORE = 5;
    private static final int LEARNT_FROM = 56;
    private static final int LARGEST = 10;

    private final RevenueQueries revenue;
    private final PlatformUsageQueries platform;

    @Inject
    RevenueReader(RevenueQueries revenue, PlatformUsageQueries platform) {
        this.revenue = revenue;
        this.platform = platform;
    }

    RevenuePage read(StaffVisit visit, ChosenRange chosen, RevenueChoice choice) {
        var look = visit.look();
        var scope = visit.scope();
        var charts = new RevenueCharts(look);
        var tenants = revenue.tenants(scope, chosen.dates(), chosen.before());
        var now = sum(tenants.stream().map(TenantRevenue::now));
        var hour = look.now().truncatedTo(ChronoUnit.HOURS);
        var hours = new Period(hour.minus(7L * WEEKS_BEFORE, ChronoUnit.DAYS), hour.plus(1, ChronoUnit.HOURS));
        return new RevenuePage(
                visit.frame(),
                Freshness.of(platform.asOf(scope), look),
                RangePicker.of(chosen, TenantTableReader.PATH, Map.of(), look),
                figures(tenants, now, look),
                DropCard.of(revenue.lastDay(scope), look),
                charts.hours(platform.hours(scope, REVENUE, hours, Optional.empty())),
                charts.days(chosen, revenue.days(scope, chosen.dates())),
                forecast(revenue.days(scope, new DateRange(look.today().minusDays(LEARNT_FROM), look.today())), look),
                tiers(tenants, now, look),
                new TenantTableReader(chosen, choice, look).of(tenants, now.revenue()));
    }

    List<TenantRevenue> tenants(StaffVisit visit, ChosenRange chosen, RevenueChoice choice) {
        var all = revenue.tenants(visit.scope(), chosen.dates(), chosen.before());
        return new TenantTableReader(chosen, choice, visit.look()).sorted(all);
    }

    private static List<Figure> figures(List<TenantRevenue> tenants, Takings now, Look look) {
        var before = sum(tenants.stream().map(TenantRevenue::before));
        return List.of(
                new Figure(
                        "Revenue of the shops",
                        look.headline(now.revenue(), "BDT"),
                        versus(look.change(now.revenue(), before.revenue()))),
                new Figure(
                        "Completed orders",
                        look.headline(now.orders(), ""),
                        versus(look.change(now.orders(), before.orders()))),
                new Figure(
                        "Average order",
                        look.quantity(now.averageOrder(), "BDT"),
                        versus(look.change(now.averageOrder(), before.averageOrder()))),
                new Figure("Orders a cart", look.percent(now.ordersPerCart(), 1), "completed orders over carts begun"),
                new Figure(
                        "Ten largest shops",
                        look.percent(concentration(tenants, now.revenue()), 1),
                        "their share of all revenue"));
    }

    private static String versus(String change) {
        return change.isEmpty() ? "nothing to compare with" : change + " against the days before";
    }

    private static @Nullable BigDecimal concentration(List<TenantRevenue> largestFirst, BigDecimal all) {
        return share(
                sum(largestFirst.stream().limit(LARGEST).map(TenantRevenue::now))
                        .revenue(),
                all);
    }

    private static @Nullable BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, MathContext.DECIMAL64);
    }

    private static List<TierRow> tiers(List<TenantRevenue> tenants, Takings all, Look look) {
        return Stream.of(Tenant.Tier.values())
                .map(tier -> {
                    var of = tenants.stream().filter(one -> one.tier() == tier).toList();
                    var now = sum(of.stream().map(TenantRevenue::now)).revenue();
                    var before = sum(of.stream().map(TenantRevenue::before)).revenue();
                    return new TierRow(
                            tier.name().toLowerCase(Locale.ROOT),
                            look.number(of.size()),
                            look.quantity(now, "BDT"),
                            look.percent(share(now, all.revenue()), 1),
                            look.quantity(before, "BDT"),
                            look.change(now, before));
                })
                .toList();
    }

    private static ForecastCard forecast(List<RevenueDay> known, Look look) {
        var byDay = new TreeMap<LocalDate, BigDecimal>();
        known.forEach(day -> byDay.merge(day.day(), day.revenue(), BigDecimal::add));
        if (!byDay.isEmpty()) {
            byDay.firstKey().datesUntil(look.today()).forEach(day -> byDay.putIfAbsent(day, BigDecimal.ZERO));
        }
        return ForecastCard.of("Revenue a day, expected", "Taken in", byDay, look);
    }

    private static Takings sum(Stream<Takings> takings) {
        return takings.reduce(Takings.NONE, Takings::plus);
    }
}
