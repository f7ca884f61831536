package io.tenantlens.portal.report;

import io.tenantlens.api.histogram.ClassicHistogram;
import io.tenantlens.api.histogram.NativeHistogram;
import io.tenantlens.portal.format.Look;
import io.tenantlens.sla.incident.Incident;
import io.tenantlens.sla.month.FrozenMonth;
import io.tenantlens.sla.reading.Latency;
import io.tenantlens.sla.reading.SlaReading;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Puts the figures of a report into words, numbers and drawings of one language. */
final class ReportWriter {

    private static final int ENDPOINTS = 12;

    private final String shop;
    private final ReportFigures figures;
    private final SlaReading reading;
    private final Look look;
    private final Words words;
    private final ReportSummary summary;

    ReportWriter(String shop, ReportFigures figures, Look look) {
        this.shop = shop;
        this.figures = figures;
        this.reading = figures.reading();
        this.look = look;
        this.words = Words.in(look.locale());
        this.summary = new ReportSummary(figures, look, words);
    }

    SlaReport report() {
        var charts = new ReportCharts(reading, look, words);
        return new SlaReport(
                words,
                shop,
                period(),
                words.of("made", look.dayAndClock(reading.asOf()), look.zone().getId()),
                summary.sentences(),
                objectives(),
                new ReportCalendar(reading, look, words).weeks(),
                charts.latency(),
                endpoints(),
                charts.budget(),
                budget(),
                new UsageHighlights(words, look).of(figures),
                incidents(),
                maintenance(),
                credit(),
                counting());
    }

    private String period() {
        var days = reading.period();
        var name = figures.isOfMonth()
                ? look.month(YearMonth.from(days.start()))
                : look.range(days.start(), days.end().minusDays(1));
        return figures.isUnfinished(look.today()) ? words.of("period.unfinished", name) : name;
    }

    private List<SlaReport.Objective> objectives() {
        var availability = reading.availability().hasData()
                ? objective(
                        words.of("availability"),
                        summary.promised(),
                        look.percent(summary.ratio().orElse(null), 3),
                        reading.budget().kept())
                : unknown(words.of("availability"), summary.promised());
        var name = words.of("latency.within", summary.latencyBound());
        var latency = reading.latencyKept()
                .map(kept -> objective(name, summary.latencyPromised(), summary.latencyWithin(), kept))
                .orElseGet(() -> unknown(name, summary.latencyPromised()));
        return List.of(availability, latency);
    }

    private SlaReport.Objective objective(String name, String promised, String measured, boolean kept) {
        return new SlaReport.Objective(
                name, promised, measured, kept ? "good" : "bad", words.of(kept ? "kept" : "missed"));
    }

    private SlaReport.Objective unknown(String name, String promised) {
        return new SlaReport.Objective(name, promised, Look.NO_DATA, "none", words.of("nodata"));
    }

    private List<SlaReport.Endpoint> endpoints() {
        var byRequests = Comparator.comparingDouble(
                        (Map.Entry<String, Latency> entry) -> entry.getValue().observations())
                .reversed();
        return reading.endpoints().entrySet().stream()
                .sorted(byRequests)
                .limit(ENDPOINTS)
                .map(entry -> endpoint(entry.getKey(), entry.getValue()))
                .toList();
    }

    private SlaReport.Endpoint endpoint(String name, Latency latency) {
        var p95 = latency.percentile(0.95);
        return new SlaReport.Endpoint(
                name.isEmpty() ? Look.NO_DATA : name,
                look.number((long) latency.observations()),
                seconds(latency.percentile(0.5).value()),
                seconds(p95.value()),
                seconds(latency.percentile(0.99).value()),
                seconds(p95.lower()) + " – " + seconds(p95.upper()));
    }

    private String seconds(double value) {
        return Double.isFinite(value) ? look.latency(BigDecimal.valueOf(value)) : Look.NO_DATA;
    }

    private List<SlaReport.Fact> budget() {
        var budget = reading.budget();
        return List.of(
                new SlaReport.Fact(words.of("budget.allowed"), summary.count(budget.total())),
                new SlaReport.Fact(words.of("budget.failed"), summary.count(budget.used())),
                new SlaReport.Fact(
                        words.of("budget.left"),
                        look.percent(budget.remainingShare().orElse(null), 1)));
    }

    private List<SlaReport.Trouble> incidents() {
        return figures.incidents().stream()
                .filter(incident -> incident.withdrawnAt() == null)
                .map(this::incident)
                .toList();
    }

    private SlaReport.Trouble incident(Incident incident) {
        var what = switch (incident.kind()) {
            case BUDGET -> words.of("incident.budget");
            case PROBE -> words.of("incident.probe");
        };
        var bad = look.quantity(incident.counted().bad(), "");
        var failed = switch (incident.kind()) {
            case BUDGET -> words.of("incident.requests", bad);
            case PROBE -> words.of("incident.hours", bad);
        };
        return new SlaReport.Trouble(
                what,
                look.dayAndClock(incident.period().start()),
                look.dayAndClock(incident.period().end()),
                failed,
                incident.note() == null ? "" : incident.note());
    }

    private List<SlaReport.Work> maintenance() {
        return reading.maintenance().stream()
                .map(work -> new SlaReport.Work(
                        work.title(),
                        look.dayAndClock(work.period().start()),
                        look.dayAndClock(work.period().end())))
                .toList();
    }

    /** Credits are for months: a week has none, and what it would earn by itself means nothing. */
    private List<String> credit() {
        var schedule = reading.promise().credits();
        if (schedule.steps().isEmpty()) {
            return List.of(words.of("credit.schedule.none"));
        }
        var sentences = new ArrayList<String>();
        sentences.add(
                figures.isOfMonth()
                        ? reading.creditPercent().map(summary::credit).orElseGet(() -> words.of("summary.none.short"))
                        : words.of("credit.monthly"));
        schedule.steps()
                .forEach(step -> sentences.add(words.of(
                        "credit.steps",
                        look.percent(step.below().movePointLeft(2), 3),
                        look.percent(step.percent().movePointLeft(2), 1))));
        sentences.add(words.of("credit.note"));
        return sentences;
    }

    private List<String> counting() {
        var counting = switch (reading.promise().objective().counting()) {
            case OCCURRENCES -> words.of("counting.occurrences");
            case TIMESLICES -> words.of("counting.timeslices");
        };
        var method = switch (reading.latency().distribution()) {
            case ClassicHistogram _ -> words.of("method.classic");
            case NativeHistogram _ -> words.of("method.native");
        };
        var sentences = new ArrayList<>(List.of(
                counting,
                words.of("counting.latency", method),
                words.of("counting.zone", look.zone().getId()),
                words.of("counting.same")));
        figures.frozen().stream().map(this::frozen).forEach(sentences::add);
        return sentences;
    }

    private String frozen(FrozenMonth month) {
        var at = look.dayAndClock(month.frozenAt());
        var availability = look.percent(month.counted().shownRatio(3).orElse(null), 3);
        return month.revision() == 1
                ? words.of("frozen.first", at, availability)
                : words.of("frozen.again", at, availability, look.number(month.revision()));
    }
}
