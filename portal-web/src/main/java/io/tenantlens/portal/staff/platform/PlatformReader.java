package io.tenantlens.portal.staff.platform;

import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.api.insight.platform.PlatformQueries;
import io.tenantlens.api.usage.PlatformUsageQueries;
import io.tenantlens.api.usage.PlatformUsageQueries.RequestVolume;
import io.tenantlens.cost.time.Period;
import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.chart.Chart.Form;
import io.tenantlens.portal.chart.NumberLabels;
import io.tenantlens.portal.chart.Point;
import io.tenantlens.portal.chart.Series;
import io.tenantlens.portal.format.Figure;
import io.tenantlens.portal.format.Freshness;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.StaffVisit;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the platform's last two days by hour. */
@Singleton
class PlatformReader {

    private static final int HOURS = 48;
    private static final Duration LAG_EXPECTED = Duration.ofSeconds(30);
    private static final BigDecimal ERRORS_EXPECTED = new BigDecimal("0.01");

    private final PlatformUsageQueries usage;
    private final PlatformQueries platform;
    private final Instruments instruments;

    @Inject
    PlatformReader(PlatformUsageQueries usage, PlatformQueries platform, Instruments instruments) {
        this.usage = usage;
        this.platform = platform;
        this.instruments = instruments;
    }

    PlatformPage read(StaffVisit visit) {
        var look = visit.look();
        var hour = look.now().truncatedTo(ChronoUnit.HOURS);
        var first = hour.minus(HOURS - 1L, ChronoUnit.HOURS);
        var period = new Period(first, hour.plus(1, ChronoUnit.HOURS));
        var volume = usage.requests(visit.scope(), period).stream()
                .collect(Collectors.toMap(RequestVolume::start, Function.identity()));
        var hours = Stream.iterate(first, start -> start.plus(1, ChronoUnit.HOURS))
                .limit(HOURS)
                .toList();
        var asOf = usage.asOf(visit.scope());
        var latencies = platform.latencies(visit.scope(), period);
        return new PlatformPage(
                visit.frame(),
                Freshness.of(asOf, look),
                figures(look, volume, hours, asOf, latencies.get(hour)),
                requests(look, volume, hours),
                errorRate(look, volume, hours),
                new LatencyChart(hours, look).of(latencies),
                instruments.components(),
                instruments.refusals(look));
    }

    private static List<Figure> figures(
            Look look,
            Map<Instant, RequestVolume> volume,
            List<Instant> hours,
            Optional<Instant> asOf,
            @Nullable Histogram latest) {
        var day = hours.subList(HOURS - 24, HOURS);
        var requests = sum(volume, day, RequestVolume::requests);
        var before = sum(volume, hours.subList(0, HOURS - 24), RequestVolume::requests);
        var rate = ratio(sum(volume, day, RequestVolume::errors), requests);
        var change = look.change(requests, before);
        var figures = new ArrayList<Figure>();
        figures.add(new Figure(
                "Requests, 24 hours",
                look.headline(requests, ""),
                change.isEmpty() ? "" : change + " against the day before",
                ""));
        figures.add(new Figure(
                "Failed (5xx)",
                look.percent(rate, 3),
                "of the requests of 24 hours",
                rate == null ? "" : rate.compareTo(ERRORS_EXPECTED) < 0 ? "good" : "bad"));
        figures.add(new Figure(
                "Availability",
                look.percent(rate == null ? null : BigDecimal.ONE.subtract(rate), 3),
                "requests without server error",
                ""));
        figures.add(new Figure(
                "Response time, P95",
                look.latency(LatencyChart.percentile(latest, 0.95)),
                "of all requests of this hour; P50 " + look.latency(LatencyChart.percentile(latest, 0.5)) + ", P99 "
                        + look.latency(LatencyChart.percentile(latest, 0.99))));
        figures.add(lag(look, asOf));
        return figures;
    }

    private static Figure lag(Look look, Optional<Instant> asOf) {
        return asOf.map(at -> {
                    var lag = Duration.between(at, look.now());
                    return new Figure(
                            "Lag of the figures",
                            look.quantity(
                                    BigDecimal.valueOf(Math.max(0, lag.toMillis()), 3)
                                            .setScale(1, RoundingMode.HALF_UP),
                                    "seconds"),
                            "from receipt to page",
                            lag.compareTo(LAG_EXPECTED) < 0 ? "good" : "bad");
                })
                .orElseGet(() -> new Figure("Lag of the figures", Look.NO_DATA, "nothing was folded yet", ""));
    }

    private static Chart requests(Look look, Map<Instant, RequestVolume> volume, List<Instant> hours) {
        var labels = new NumberLabels(
                value -> look.shortQuantity(value, ""), value -> value == null ? "no data" : look.quantity(value, ""));
        return chart("requests", "Requests an hour", Form.AREA, look, hours, labels, start -> {
            var found = volume.get(start);
            return found == null ? null : found.requests();
        });
    }

    private static Chart errorRate(Look look, Map<Instant, RequestVolume> volume, List<Instant> hours) {
        var labels = new NumberLabels(
                value -> look.percent(value, 2), value -> value == null ? "no data" : look.percent(value, 3));
        return chart("errors", "Share of failed requests", Form.AREA, look, hours, labels, start -> {
            var found = volume.get(start);
            return found == null ? null : ratio(found.errors(), found.requests());
        });
    }

    private static Chart chart(
            String id,
            String title,
            Form form,
            Look look,
            List<Instant> hours,
            NumberLabels labels,
            Function<Instant, @Nullable BigDecimal> value) {
        var points = hours.stream()
                .map(start -> new Point(look.clock(start), look.dayAndClock(start)))
                .toList();
        List<@Nullable BigDecimal> values = new ArrayList<>();
        hours.forEach(start -> values.add(value.apply(start)));
        return new Chart(id, title, form, points, List.of(Series.main(title, values)), labels);
    }

    private static @Nullable BigDecimal sum(
            Map<Instant, RequestVolume> volume, List<Instant> hours, Function<RequestVolume, BigDecimal> part) {
        return hours.stream()
                .map(volume::get)
                .filter(Objects::nonNull)
                .map(part)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private static @Nullable BigDecimal ratio(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
        return part == null || whole == null || whole.signum() == 0 ? null : part.divide(whole, MathContext.DECIMAL64);
    }
}
