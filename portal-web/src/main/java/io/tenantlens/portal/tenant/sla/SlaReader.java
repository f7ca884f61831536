package io.tenantlens.portal.tenant.sla;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.usage.Interval;
import io.tenantlens.api.usage.UsageQueries;
import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.chart.Chart.Form;
import io.tenantlens.portal.chart.NumberLabels;
import io.tenantlens.portal.chart.Point;
import io.tenantlens.portal.chart.Series;
import io.tenantlens.portal.format.Freshness;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.TenantVisit;
import io.tenantlens.portal.tenant.series.Calendar;
import io.tenantlens.sla.indicator.Availability;
import io.tenantlens.sla.reading.Latency;
import io.tenantlens.sla.reading.SlaReading;
import io.tenantlens.sla.reading.SlaReadings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a month of service for its page. */
@Singleton
class SlaReader {

    private final TenantDatabase database;
    private final SlaReadings readings;
    private final UsageQueries usage;

    @Inject
    SlaReader(TenantDatabase database, SlaReadings readings, UsageQueries usage) {
        this.database = database;
        this.readings = readings;
        this.usage = usage;
    }

    SlaPage read(TenantVisit visit, YearMonth month) {
        return database.inTransaction(visit.scope(), _ -> page(visit, month));
    }

    private SlaPage page(TenantVisit visit, YearMonth month) {
        var look = visit.look();
        var reading = readings.month(visit.scope(), month);
        var address = visit.path() + "/sla?month=";
        return new SlaPage(
                visit.frame(),
                Freshness.of(usage.asOf(visit.scope()), look),
                look.month(month),
                reading.promise().objective().counting().name().toLowerCase(Locale.ROOT),
                SlaSummary.of(reading, look),
                credit(reading, look),
                reading.exhaustedAt().map(look::dayAndClock).orElse(null),
                availability(reading, look),
                reading.endpoints().entrySet().stream()
                        .map(entry -> endpoint(entry.getKey(), entry.getValue(), look))
                        .toList(),
                address + month.minusMonths(1),
                month.isBefore(YearMonth.from(look.today())) ? address + month.plusMonths(1) : null,
                visit.path() + "/sla.pdf?month=" + month);
    }

    private static String credit(SlaReading reading, Look look) {
        return reading.creditPercent()
                .map(percent ->
                        percent.signum() == 0 ? "None" : look.percent(percent.movePointLeft(2), 1) + " of the bill")
                .orElse(Look.NO_DATA);
    }

    private static Chart availability(SlaReading reading, Look look) {
        var calendar = Calendar.of(reading.period(), Interval.DAY, look);
        var points = calendar.starts().stream()
                .map(start -> new Point(calendar.tick(start), calendar.name(start), null, calendar.runs(start)))
                .toList();
        List<@Nullable BigDecimal> values = calendar.starts().stream()
                .<@Nullable BigDecimal>map(
                        start -> Optional.ofNullable(reading.days().get(calendar.date(start)))
                                .flatMap(Availability::percent)
                                .map(percent -> percent.movePointLeft(2))
                                .orElse(null))
                .toList();
        var labels = new NumberLabels(
                value -> look.percent(value, 3), value -> value == null ? "no data" : look.percent(value, 4));
        return new Chart(
                "availability",
                "Availability a day",
                Form.LINE,
                points,
                List.of(Series.main("Availability", values)),
                labels);
    }

    private static SlaPage.Endpoint endpoint(String name, Latency latency, Look look) {
        var p95 = latency.percentile(0.95);
        return new SlaPage.Endpoint(
                name.isEmpty() ? "(none)" : name,
                look.quantity(BigDecimal.valueOf((long) latency.observations()), ""),
                LatencyText.of(latency.percentile(0.5).value(), look),
                LatencyText.of(p95.value(), look),
                LatencyText.of(latency.percentile(0.99).value(), look),
                LatencyText.of(p95.lower(), look) + " to " + LatencyText.of(p95.upper(), look),
                latency.method());
    }
}
