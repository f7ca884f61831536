package io.tenantlens.portal.tenant.usage;

import io.tenantlens.api.meter.Meter;
import io.tenantlens.api.usage.Interval;
import io.tenantlens.api.usage.UsagePoint;
import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.chart.Chart.Form;
import io.tenantlens.portal.chart.Series;
import io.tenantlens.portal.chart.Series.Role;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.range.ChosenRange;
import io.tenantlens.portal.tenant.series.Calendar;
import io.tenantlens.portal.tenant.series.Charts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One meter over time, whole or in groups: the largest five of them, and the rest together. */
record MeterDetail(
        Meter meter,
        ChosenRange chosen,
        Interval interval,
        Look look,
        @Nullable String groupBy,
        List<UsagePoint> points,
        List<UsagePoint> before) {

    private static final int SHOWN = 5;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    Chart chart(String address) {
        var calendar = Calendar.of(chosen.dates(), interval, look);
        var series = new ArrayList<Series>();
        int place = 0;
        var rest = new ArrayList<UsagePoint>();
        for (var group : groups().entrySet()) {
            if (place++ < SHOWN) {
                series.add(Series.main(nameOf(group.getKey()), calendar.place(group.getValue())));
            } else {
                rest.addAll(group.getValue());
            }
        }
        if (!rest.isEmpty()) {
            series.add(new Series("Others", Role.REST, calendar.place(rest)));
        }
        if (series.isEmpty()) {
            series.add(Series.main(meter.title(), calendar.place(points)));
        }
        if (chosen.compared()) {
            series.add(Series.comparison(
                    "Before", Calendar.of(chosen.before(), interval, look).place(before)));
        }
        return new Chart(
                "usage",
                "%s by %s".formatted(meter.title(), interval.name().toLowerCase(Locale.ROOT)),
                groupBy == null ? Form.AREA : Form.STACKED,
                Charts.points(calendar, chosen, address),
                series,
                Charts.labels(look, meter.unit()));
    }

    List<GroupRow> rows() {
        if (groupBy == null) {
            return List.of();
        }
        var whole = total(points);
        return groups().entrySet().stream()
                .map(group -> {
                    var part = total(group.getValue());
                    var share = whole.signum() == 0 ? null : part.divide(whole, MathContext.DECIMAL64);
                    var width = share == null
                            ? "0"
                            : share.multiply(HUNDRED)
                                    .setScale(1, RoundingMode.HALF_UP)
                                    .toPlainString();
                    return new GroupRow(
                            nameOf(group.getKey()),
                            look.quantity(part, meter.unit()),
                            look.percent(share, 1),
                            width + "%");
                })
                .toList();
    }

    /** By name, the largest first. */
    private Map<String, List<UsagePoint>> groups() {
        var groups = new LinkedHashMap<String, List<UsagePoint>>();
        for (var point : points) {
            var name = groupBy == null ? meter.title() : point.group().getOrDefault(groupBy, "");
            groups.computeIfAbsent(name, _ -> new ArrayList<>()).add(point);
        }
        var sorted = new LinkedHashMap<String, List<UsagePoint>>();
        groups.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<UsagePoint>> group) -> total(group.getValue()))
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .forEach(group -> sorted.put(group.getKey(), group.getValue()));
        return sorted;
    }

    private static String nameOf(String group) {
        return group.isEmpty() ? "(none)" : group;
    }

    private static BigDecimal total(List<UsagePoint> points) {
        return points.stream().map(UsagePoint::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
