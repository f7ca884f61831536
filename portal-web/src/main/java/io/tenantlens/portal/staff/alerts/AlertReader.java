package io.tenantlens.portal.staff.alerts;

import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.alert.StoredAlert;
import io.tenantlens.api.prometheus.AlertRule;
import io.tenantlens.api.prometheus.Line;
import io.tenantlens.api.prometheus.Prometheus;
import io.tenantlens.api.prometheus.PrometheusUnavailableException;
import io.tenantlens.api.prometheus.RuleExpression;
import io.tenantlens.cost.time.Period;
import io.tenantlens.portal.chart.Chart;
import io.tenantlens.portal.chart.Chart.Form;
import io.tenantlens.portal.chart.NumberLabels;
import io.tenantlens.portal.chart.Point;
import io.tenantlens.portal.chart.Series;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.staff.alerts.AlertPage.SilenceForm;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads an alert, its rule from Prometheus, and what the rule measured around the time that it was on. */
@Singleton
class AlertReader {

    private static final Duration AROUND = Duration.ofHours(1);
    private static final int POINTS = 120;

    /** Labels that the rule adds; all others are those that it measures by. */
    private static final Set<String> OF_THE_RULE = Set.of("alertname", "severity", "audience", "slo_severity");

    private final Prometheus prometheus;

    @Inject
    AlertReader(Prometheus prometheus) {
        this.prometheus = prometheus;
    }

    AlertPage read(StaffVisit visit, StoredAlert alert, SilenceForm form) {
        var look = visit.look();
        AlertPage.Rule shown = null;
        Chart graph = null;
        String problem = null;
        try {
            var rule = rule(visit, alert);
            if (rule.isPresent()) {
                shown = shown(rule.get(), look);
                graph = graph(visit, alert, rule.get());
            } else {
                problem = "Prometheus has no rule of this name.";
            }
        } catch (PrometheusUnavailableException e) {
            problem = String.valueOf(e.getMessage());
        }
        boolean maySilence = alert.isActive() && visit.scope().may(Area.OBJECTIVES, Access.WRITE);
        return new AlertPage(
                visit.frame(),
                AlertsReader.row(alert, look),
                alert.description(),
                alert.annotations().getOrDefault("runbook_url", ""),
                List.copyOf(alert.labels().entrySet()),
                shown,
                graph,
                problem,
                maySilence ? form : null);
    }

    /** Two rules may share a name and differ in a label of theirs, such as how fast a budget burns. */
    private Optional<AlertRule> rule(StaffVisit visit, StoredAlert alert) {
        return prometheus.alertRules(visit.scope()).stream()
                .filter(rule -> rule.name().equals(alert.name()))
                .max(Comparator.comparingLong(rule -> rule.labels().entrySet().stream()
                        .filter(label -> label.getValue().equals(alert.labels().get(label.getKey())))
                        .count()));
    }

    private static AlertPage.Rule shown(AlertRule rule, Look look) {
        var parts = RuleExpression.of(rule.expression());
        return new AlertPage.Rule(
                rule.expression(),
                rule.waits().isZero() ? "at once" : "after " + look.lasted(rule.waits()),
                parts.threshold() == null ? "" : parts.comparison() + " " + parts.threshold());
    }

    private Chart graph(StaffVisit visit, StoredAlert alert, AlertRule rule) {
        var period = around(alert, visit.look().now());
        var step = Duration.ofSeconds(Math.max(15, period.length().toSeconds() / POINTS));
        var parts = RuleExpression.of(rule.expression());
        var by = new TreeMap<>(alert.labels());
        by.keySet().removeAll(OF_THE_RULE);
        var times = Stream.iterate(period.start(), at -> !at.isAfter(period.end()), at -> at.plus(step))
                .toList();
        var series = new ArrayList<Series>();
        series.add(Series.main("Measured", values(times, query(visit, parts.measured(), by, period, step))));
        if (parts.threshold() != null) {
            series.add(Series.comparison(
                    "Threshold", values(times, threshold(visit, parts.threshold(), by, period, step))));
        }
        return new Chart(
                "rule", "What the rule measures", Form.AREA, points(times, visit.look()), series, labels(visit.look()));
    }

    private static Period around(StoredAlert alert, Instant now) {
        var end = alert.endedAt() == null ? now : alert.endedAt().plus(AROUND);
        var start = alert.startsAt().minus(AROUND).truncatedTo(ChronoUnit.MINUTES);
        return new Period(start, end.isAfter(now) ? now : end);
    }

    private Map<Instant, BigDecimal> threshold(
            StaffVisit visit, String threshold, Map<String, String> by, Period period, Duration step) {
        return query(
                visit,
                isNumber(threshold) ? "vector(" + threshold + ")" : threshold,
                isNumber(threshold) ? Map.of() : by,
                period,
                step);
    }

    private Map<Instant, BigDecimal> query(
            StaffVisit visit, String expression, Map<String, String> by, Period period, Duration step) {
        return prometheus.range(visit.scope(), RuleExpression.forLabels(expression, by), period, step).stream()
                .findFirst()
                .<Map<Instant, BigDecimal>>map(Line::values)
                .orElse(Map.of());
    }

    private static List<@Nullable BigDecimal> values(List<Instant> times, Map<Instant, BigDecimal> found) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        times.forEach(at -> values.add(found.get(at)));
        return values;
    }

    private static List<Point> points(List<Instant> times, Look look) {
        return times.stream()
                .map(at -> new Point(look.clock(at), look.dayAndClock(at)))
                .toList();
    }

    private static NumberLabels labels(Look look) {
        return new NumberLabels(
                value -> look.shortQuantity(value, ""),
                value -> value == null ? "no data" : look.quantity(value.stripTrailingZeros(), ""));
    }

    private static boolean isNumber(String text) {
        try {
            return !new BigDecimal(text).toPlainString().isEmpty();
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
