package io.tenantlens.portal.staff.platform;

import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.chart.Chart.Form;
import io.tenantlens.portal.chart.NumberLabels;
import io.tenantlens.portal.chart.Point;
import io.tenantlens.portal.chart.Series;
import io.tenantlens.portal.format.Look;
import io.tenantlens.sla.reading.Latency;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws how long requests of all tenants took, hour by hour; the last hour still runs. */
final class LatencyChart {

    private final List<Instant> hours;
    private final Look look;

    LatencyChart(List<Instant> hours, Look look) {
        this.hours = hours;
        this.look = look;
    }

    /** Percentiles of the requests of all tenants, read from their merged distribution. */
    Chart of(Map<Instant, Histogram> distributions) {
        var labels = new NumberLabels(look::latency, value -> value == null ? "no data" : look.latency(value));
        var series = Stream.of(0.99, 0.95, 0.5)
                .map(q -> Series.main("P" + Math.round(q * 100), line(hour -> percentile(distributions.get(hour), q))))
                .toList();
        var last = hours.getLast();
        var points = hours.stream()
                .map(start -> new Point(look.clock(start), look.dayAndClock(start), null, start.equals(last)))
                .toList();
        return new Chart("latency", "Response time by hour", Form.LINE, points, series, labels);
    }

    static @Nullable BigDecimal percentile(@Nullable Histogram distribution, double q) {
        if (distribution == null || distribution.count() == 0) {
            return null;
        }
        var seconds = new Latency(distribution).percentile(q).value();
        return Double.isFinite(seconds) ? new BigDecimal(seconds, MathContext.DECIMAL32) : null;
    }

    private List<@Nullable BigDecimal> line(Function<Instant, @Nullable BigDecimal> value) {
        return hours.stream().<@Nullable BigDecimal>map(value).toList();
    }
}
