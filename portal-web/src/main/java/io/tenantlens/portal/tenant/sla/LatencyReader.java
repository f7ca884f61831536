package io.tenantlens.portal.tenant.sla;

import io.tenantlens.api.usage.Interval;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.chart.Chart.Form;
import io.tenantlens.portal.chart.NumberLabels;
import io.tenantlens.portal.chart.Point;
import io.tenantlens.portal.chart.Series;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.TenantVisit;
import io.tenantlens.portal.tenant.series.Calendar;
import io.tenantlens.sla.reading.Latency;
import io.tenantlens.sla.reading.SlaReading;
import io.tenantlens.sla.reading.SlaReadings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads percentiles over time. */
@Singleton
class LatencyReader {

    private static final String UNNAMED = "(none)";

    private final SlaReadings readings;

    @Inject
    LatencyReader(SlaReadings readings) {
        this.readings = readings;
    }

    LatencyView read(TenantVisit visit, SlaReading reading, SlaChoice choice) {
        var look = visit.look();
        var month = choice.monthOf(look);
        var endpoint = choice.endpointOf().filter(name -> reading.endpoints().containsKey(name));
        var day = choice.dayOf(look);
        var path = visit.path() + "/sla";
        var whose = endpoint.orElse("all endpoints");
        return new LatencyView(
                day.map(one -> hours(visit, one, endpoint))
                        .orElseGet(() -> days(visit, reading, month, endpoint, path)),
                day.map(one -> whose + ", hours of " + look.day(one)).orElse(whose + ", a day"),
                look.percent(reading.promise().objective().latency().percent().movePointLeft(2), 2)
                        + " within "
                        + look.latency(reading.promise().objective().latencySeconds()),
                choices(reading, endpoint),
                endpoint.orElse(""),
                day.map(LocalDate::toString).orElse(""),
                day.map(_ -> path + SlaChoice.query(month, endpoint, Optional.empty()) + "#latency")
                        .orElse(null),
                reading.endpoints().entrySet().stream()
                        .map(entry -> endpoint(
                                entry,
                                reading,
                                path + SlaChoice.query(month, Optional.of(entry.getKey()), day) + "#latency",
                                look))
                        .toList());
    }

    private Chart days(TenantVisit visit, SlaReading reading, YearMonth month, Optional<String> endpoint, String path) {
        var look = visit.look();
        var latencies = endpoint.isEmpty()
                ? reading.latencyByDay()
                : readings.latencyByDay(visit.scope(), reading.period(), endpoint);
        var calendar = Calendar.of(reading.period(), Interval.DAY, look);
        Function<Instant, @Nullable String> href =
                start -> path + SlaChoice.query(month, endpoint, Optional.of(calendar.date(start))) + "#latency";
        return chart(calendar, start -> latencies.get(calendar.date(start)), href, look);
    }

    private Chart hours(TenantVisit visit, LocalDate day, Optional<String> endpoint) {
        var latencies = readings.latencyByHour(visit.scope(), day, endpoint);
        var calendar = Calendar.of(new DateRange(day, day.plusDays(1)), Interval.HOUR, visit.look());
        return chart(calendar, start -> latencies.get(start), _ -> null, visit.look());
    }

    private static Chart chart(
            Calendar calendar,
            Function<Instant, @Nullable Latency> at,
            Function<Instant, @Nullable String> href,
            Look look) {
        var points = calendar.starts().stream()
                .map(start ->
                        new Point(calendar.tick(start), calendar.name(start), href.apply(start), calendar.runs(start)))
                .toList();
        var series = new ArrayList<Series>();
        for (var percentile : List.of(50, 95, 99)) {
            List<@Nullable BigDecimal> values = calendar.starts().stream()
                    .<@Nullable BigDecimal>map(start -> seconds(at.apply(start), percentile / 100.0))
                    .toList();
            series.add(Series.main("P" + percentile, values));
        }
        var labels = new NumberLabels(look::latency, value -> value == null ? "no data" : look.latency(value));
        return new Chart("latency-chart", "Response time percentiles", Form.AREA, points, series, labels);
    }

    private static @Nullable BigDecimal seconds(@Nullable Latency latency, double q) {
        if (latency == null || !latency.hasData()) {
            return null;
        }
        var value = latency.percentile(q).value();
        return Double.isFinite(value) ? BigDecimal.valueOf(value) : null;
    }

    private static List<LatencyView.Choice> choices(SlaReading reading, Optional<String> chosen) {
        var choices = new ArrayList<>(List.of(new LatencyView.Choice("", "All endpoints", chosen.isEmpty())));
        reading.endpoints().keySet().stream()
                .filter(name -> !name.isEmpty())
                .forEach(name -> choices.add(new LatencyView.Choice(
                        name, name, chosen.filter(name::equals).isPresent())));
        return choices;
    }

    private static LatencyView.Endpoint endpoint(
            Map.Entry<String, Latency> entry, SlaReading reading, String href, Look look) {
        var latency = entry.getValue();
        var p95 = latency.percentile(0.95);
        var promised = reading.promise().objective().latencySeconds().doubleValue();
        return new LatencyView.Endpoint(
                entry.getKey().isEmpty() ? UNNAMED : entry.getKey(),
                href,
                look.quantity(BigDecimal.valueOf((long) latency.observations()), ""),
                LatencyText.of(latency.percentile(0.5).value(), look),
                LatencyText.of(p95.value(), look),
                LatencyText.of(latency.percentile(0.99).value(), look),
                latency.hasData() ? look.percent(BigDecimal.valueOf(latency.shareWithin(promised)), 2) : Look.NO_DATA,
                LatencyText.of(p95.lower(), look) + " to " + LatencyText.of(p95.upper(), look),
                latency.method());
    }
}
