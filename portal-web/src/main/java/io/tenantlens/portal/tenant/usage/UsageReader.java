package io.tenantlens.portal.tenant.usage;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.meter.Aggregation;
import io.tenantlens.api.meter.Meter;
import io.tenantlens.api.meter.MeterCatalogue;
import io.tenantlens.api.usage.DailyUsage;
import io.tenantlens.api.usage.Interval;
import io.tenantlens.api.usage.UsageQueries;
import io.tenantlens.api.usage.UsageQuery;
import io.tenantlens.cost.meter.MeterKey;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.portal.chart.Sparkline;
import io.tenantlens.portal.format.Freshness;
import io.tenantlens.portal.layout.TenantVisit;
import io.tenantlens.portal.range.ChosenRange;
import io.tenantlens.portal.range.QueryText;
import io.tenantlens.portal.range.RangePicker;
import io.tenantlens.portal.tenant.series.DayTotals;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one meter in detail and all meters in short: the days of all in one query, the chosen one's points in one more. */
@Singleton
class UsageReader {

    private final TenantDatabase database;
    private final DailyUsage daily;
    private final UsageQueries usage;
    private final MeterCatalogue catalogue;

    @Inject
    UsageReader(TenantDatabase database, DailyUsage daily, UsageQueries usage, MeterCatalogue catalogue) {
        this.database = database;
        this.daily = daily;
        this.usage = usage;
        this.catalogue = catalogue;
    }

    UsagePage read(TenantVisit visit, ChosenRange chosen, UsageChoice choice) {
        return database.inTransaction(visit.scope(), _ -> page(visit, chosen, choice));
    }

    private UsagePage page(TenantVisit visit, ChosenRange chosen, UsageChoice choice) {
        var look = visit.look();
        var path = visit.path() + "/usage";
        var detail = detail(visit, chosen, choice);
        var meter = detail.meter();
        var totals = new DayTotals(daily.of(
                visit.scope(),
                shown().stream().map(Meter::key).toList(),
                new DateRange(chosen.before().start(), chosen.dates().end())));
        var sort = choice.sort() == null ? "" : choice.sort();
        var kept = Map.of(
                "meter",
                meter.key().value(),
                "groupBy",
                detail.groupBy() == null ? "" : detail.groupBy(),
                "sort",
                sort);
        var address = path + "?" + chosen.query();
        var now = totals.total(meter, chosen.dates());
        var before = totals.total(meter, chosen.before());
        return new UsagePage(
                visit.frame(),
                RangePicker.of(chosen, path, withoutEmpty(kept), look),
                Freshness.of(usage.asOf(visit.scope()), look),
                meter.title(),
                look.quantity(now, meter.unit()),
                look.change(now, before),
                detail.chart(path + "?" + QueryText.of(kept).substring(1) + "&"),
                groupings(
                        detail,
                        address + QueryText.of(Map.of("meter", meter.key().value(), "sort", sort))),
                detail.groupBy() == null ? "" : detail.groupBy(),
                detail.rows(),
                visit.path() + "/usage.csv?" + chosen.query() + QueryText.of(kept),
                SortLink.of(
                        address + QueryText.of(Map.of("meter", meter.key().value(), "groupBy", kept.get("groupBy"))),
                        sort),
                meters(visit, chosen, totals, meter, sort));
    }

    /** Unknown meters and dimensions give the first one and no grouping, since old links may name them. */
    MeterDetail detail(TenantVisit visit, ChosenRange chosen, UsageChoice choice) {
        var meter = find(choice.meter())
                .or(() -> shown().stream().findFirst())
                .orElseThrow(() -> new IllegalStateException("the meter catalogue is empty"));
        var groupBy =
                Optional.ofNullable(choice.groupBy()).filter(meter.labels().keySet()::contains);
        var interval = Interval.valueOf(chosen.step().name());
        var points = usage.points(visit.scope(), new UsageQuery(meter.key(), chosen.dates(), interval, groupBy));
        var before = chosen.compared()
                ? usage.points(visit.scope(), new UsageQuery(meter.key(), chosen.before(), interval, Optional.empty()))
                : List.<io.tenantlens.api.usage.UsagePoint>of();
        return new MeterDetail(meter, chosen, interval, visit.look(), groupBy.orElse(null), points, before);
    }

    private Optional<Meter> find(@Nullable String key) {
        return key == null || !MeterKey.isValid(key)
                ? Optional.empty()
                : catalogue.find(new MeterKey(key)).filter(meter -> meter.aggregation() != Aggregation.DISTRIBUTION);
    }

    /** Distributions have percentiles instead of quantities. */
    private List<Meter> shown() {
        return catalogue.meters().stream()
                .filter(meter -> meter.aggregation() != Aggregation.DISTRIBUTION)
                .toList();
    }

    private static List<Grouping> groupings(MeterDetail detail, String address) {
        var groupings = new ArrayList<Grouping>();
        groupings.add(new Grouping("All", address, detail.groupBy() == null));
        detail.meter()
                .labels()
                .keySet()
                .forEach(name -> groupings.add(
                        new Grouping("By " + name, address + "&groupBy=" + name, name.equals(detail.groupBy()))));
        return groupings.size() == 1 ? List.of() : groupings;
    }

    private List<MeterRow> meters(TenantVisit visit, ChosenRange chosen, DayTotals totals, Meter current, String sort) {
        var figures = shown().stream()
                .map(meter -> new MeterFigures(
                        meter, totals.total(meter, chosen.dates()), totals.total(meter, chosen.before())))
                .filter(MeterFigures::isUsed)
                .toList();
        return SortLink.sorted(figures, sort).stream()
                .map(figure -> row(visit, chosen, totals, figure, figure.meter().equals(current), sort))
                .toList();
    }

    private static MeterRow row(
            TenantVisit visit,
            ChosenRange chosen,
            DayTotals totals,
            MeterFigures figure,
            boolean current,
            String sort) {
        var look = visit.look();
        var meter = figure.meter();
        return new MeterRow(
                meter.title(),
                look.quantity(figure.total(), meter.unit()),
                look.quantity(figure.before(), meter.unit()),
                look.change(figure.total(), figure.before()),
                new Sparkline(totals.wholeDays(meter, chosen.dates(), look.today())),
                visit.path() + "/usage?meter=" + meter.key() + "&" + chosen.query()
                        + QueryText.of(Map.of("sort", sort)),
                current);
    }

    private static Map<String, String> withoutEmpty(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
