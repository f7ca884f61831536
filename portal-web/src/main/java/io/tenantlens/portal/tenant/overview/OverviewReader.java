package io.tenantlens.portal.tenant.overview;

import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.alert.AlertFilter;
import io.tenantlens.api.alert.Alerts;
import io.tenantlens.api.billing.BillPreviews;
import io.tenantlens.api.billing.NoRateCardException;
import io.tenantlens.api.meter.Meter;
import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.api.usage.DailyUsage;
import io.tenantlens.api.usage.Interval;
import io.tenantlens.api.usage.UsageQueries;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.chart.Chart.Form;
import io.tenantlens.portal.chart.Series;
import io.tenantlens.portal.chart.Sparkline;
import io.tenantlens.portal.format.Freshness;
import io.tenantlens.portal.layout.TenantVisit;
import io.tenantlens.portal.range.ChosenRange;
import io.tenantlens.portal.range.RangePicker;
import io.tenantlens.portal.tenant.alerts.AlertRow;
import io.tenantlens.portal.tenant.series.Calendar;
import io.tenantlens.portal.tenant.series.Charts;
import io.tenantlens.portal.tenant.series.DayTotals;
import io.tenantlens.portal.tenant.sla.SlaSummary;
import io.tenantlens.sla.reading.SlaReadings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads everything that the overview joins. */
@Singleton
class OverviewReader {

    /** The meters at a glance, as far as the catalogue has them and the tenant uses them. */
    private static final List<MeterKey> HEADLINES = List.of(
            new MeterKey("requests"),
            new MeterKey("orders"),
            new MeterKey("revenue"),
            new MeterKey("active_users"),
            new MeterKey("bandwidth"),
            new MeterKey("storage"),
            new MeterKey("emails"),
            new MeterKey("sms"));

    private static final MeterKey REQUESTS = new MeterKey("requests");

    private final TenantDatabase database;
    private final DailyUsage daily;
    private final UsageQueries usage;
    private final SlaReadings service;
    private final BillPreviews bills;
    private final MeterCatalogue catalogue;
    private final Alerts alerts;

    @Inject
    OverviewReader(
            TenantDatabase database,
            DailyUsage daily,
            UsageQueries usage,
            SlaReadings service,
            BillPreviews bills,
            MeterCatalogue catalogue,
            Alerts alerts) {
        this.database = database;
        this.daily = daily;
        this.usage = usage;
        this.service = service;
        this.bills = bills;
        this.catalogue = catalogue;
        this.alerts = alerts;
    }

    OverviewPage read(TenantVisit visit, ChosenRange chosen) {
        return database.inTransaction(visit.scope(), _ -> page(visit, chosen));
    }

    private OverviewPage page(TenantVisit visit, ChosenRange chosen) {
        var look = visit.look();
        var wide = new DateRange(chosen.before().start(), chosen.dates().end());
        var totals = new DayTotals(daily.of(visit.scope(), HEADLINES, wide));
        boolean billed = visit.scope().may(Area.BILLS, Access.READ);
        return new OverviewPage(
                visit.frame(),
                visit.path(),
                chosen.query(),
                "%s plan, %s hosting, days in %s"
                        .formatted(
                                visit.tenant().plan(),
                                visit.tenant().hosting().name().toLowerCase(Locale.ROOT),
                                look.zone().getId()),
                RangePicker.of(chosen, visit.path(), Map.of(), look),
                Freshness.of(usage.asOf(visit.scope()), look),
                tiles(visit, chosen, totals),
                requests(visit, chosen, totals),
                SlaSummary.of(service.month(visit.scope(), YearMonth.from(look.today())), look),
                look.month(YearMonth.from(look.today())),
                billed ? bill(visit) : null,
                billed,
                alerts(visit));
    }

    private List<AlertRow> alerts(TenantVisit visit) {
        return alerts.find(visit.scope(), AlertFilter.active()).stream()
                .map(alert -> AlertRow.of(alert, visit.look()))
                .toList();
    }

    private List<UsageTile> tiles(TenantVisit visit, ChosenRange chosen, DayTotals totals) {
        return HEADLINES.stream()
                .flatMap(key -> catalogue.find(key).stream())
                .flatMap(meter -> tile(visit, chosen, totals, meter).stream())
                .toList();
    }

    private static Optional<UsageTile> tile(TenantVisit visit, ChosenRange chosen, DayTotals totals, Meter meter) {
        var look = visit.look();
        var now = totals.total(meter, chosen.dates());
        var before = totals.total(meter, chosen.before());
        if (now == null && before == null) {
            return Optional.empty();
        }
        return Optional.of(new UsageTile(
                meter.title(),
                look.headline(now, meter.unit()),
                look.change(now, before),
                "Before: " + look.quantity(before, meter.unit()),
                new Sparkline(totals.wholeDays(meter, chosen.dates(), look.today())),
                visit.path() + "/usage?meter=" + meter.key() + "&" + chosen.query()));
    }

    private static Chart requests(TenantVisit visit, ChosenRange chosen, DayTotals totals, Meter meter) {
        var look = visit.look();
        var calendar = Calendar.of(chosen.dates(), Interval.DAY, look);
        var series = new ArrayList<Series>();
        series.add(Series.main(meter.title(), totals.line(meter, chosen.dates(), look.today())));
        if (chosen.compared()) {
            series.add(Series.comparison("Before", totals.line(meter, chosen.before(), look.today())));
        }
        var page = visit.path() + "/usage?meter=" + meter.key() + "&";
        return new Chart(
                "requests",
                meter.title() + " a day",
                Form.AREA,
                Charts.points(calendar, chosen, page),
                series,
                Charts.labels(look, meter.unit()));
    }

    private Chart requests(TenantVisit visit, ChosenRange chosen, DayTotals totals) {
        var meter = catalogue
                .find(REQUESTS)
                .or(() -> catalogue.meters().stream().findFirst())
                .orElseThrow(() -> new IllegalStateException("the meter catalogue is empty"));
        return requests(visit, chosen, totals, meter);
    }

    private @Nullable BillCard bill(TenantVisit visit) {
        try {
            return BillCard.of(bills.open(visit.scope()), visit.look());
        } catch (NoRateCardException e) {
            return null;
        }
    }
}
