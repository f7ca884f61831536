package io.tenantlens.portal.tenant.series;

import io.tenantlens.portal.chart.NumberLabels;
import io.tenantlens.portal.chart.Point;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.range.ChosenRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What charts of usage share: labels in a meter's unit, and points that open into finer ones. */
public final class Charts {

    private Charts() {}

    public static NumberLabels labels(Look look, String unit) {
        return new NumberLabels(
                value -> look.shortQuantity(value, unit),
                value -> value == null ? "no data" : look.quantity(value, unit));
    }

    /**
     * Names each span, with a link to what is inside it.
     *
     * @param page the address that shows a finer range, up to its query; null where points open nothing
     */
    public static List<Point> points(Calendar calendar, ChosenRange chosen, @Nullable String page) {
        return calendar.starts().stream()
                .map(start -> {
                    var inside = calendar.inside(start);
                    var href = page == null || inside == null ? null : page + chosen.query(inside);
                    return new Point(calendar.tick(start), calendar.name(start), href, calendar.runs(start));
                })
                .toList();
    }
}
