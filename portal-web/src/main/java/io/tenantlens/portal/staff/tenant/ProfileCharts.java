package io.tenantlens.portal.staff.tenant;

import io.tenantlens.api.insight.tenant.TenantProfile;
import io.tenantlens.api.insight.tenant.TenantProfile.Figure;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.chart.Chart.Form;
import io.tenantlens.portal.chart.Point;
import io.tenantlens.portal.chart.Series;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.tenant.series.Charts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws a profile day by day, before the days of the four weeks before. */
final class ProfileCharts {

    private final TenantProfile profile;
    private final DateRange now;
    private final DateRange before;
    private final Look look;

    ProfileCharts(TenantProfile profile, DateRange now, DateRange before, Look look) {
        this.profile = profile;
        this.now = now;
        this.before = before;
        this.look = look;
    }

    Chart of(Figure figure, String id, String title, String unit) {
        var today = now.end().minusDays(1);
        var points = now.start()
                .datesUntil(now.end())
                .map(day -> new Point(look.shortDay(day), look.day(day), null, day.equals(today)))
                .toList();
        return new Chart(
                id,
                title,
                Form.AREA,
                points,
                List.of(
                        Series.main("This time", line(figure, now)),
                        Series.comparison("Four weeks before", line(figure, before))),
                Charts.labels(look, unit));
    }

    private List<@Nullable BigDecimal> line(Figure figure, DateRange dates) {
        var days = profile.line(figure);
        return dates.start()
                .datesUntil(dates.end())
                .<@Nullable BigDecimal>map((LocalDate day) -> days.get(day))
                .toList();
    }
}
