package io.tenantlens.portal.report;

import io.tenantlens.portal.format.Look;
import io.tenantlens.sla.reading.SlaReading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A report in sentences, for those who read no further. */
final class ReportSummary {

    private final ReportFigures figures;
    private final SlaReading reading;
    private final Look look;
    private final Words words;

    ReportSummary(ReportFigures figures, Look look, Words words) {
        this.figures = figures;
        this.reading = figures.reading();
        this.look = look;
        this.words = words;
    }

    List<String> sentences() {
        var sentences = new ArrayList<String>();
        var period = look.range(reading.period().start(), reading.period().end().minusDays(1));
        var ratio = ratio();
        if (ratio.isEmpty()) {
            sentences.add(words.of("summary.none", period));
            return sentences;
        }
        sentences.add(words.of(
                "summary.availability",
                period,
                look.percent(ratio.get(), 3),
                count(reading.availability().total())));
        sentences.add(words.of(reading.budget().kept() ? "summary.kept" : "summary.missed", promised()));
        sentences.add(budget());
        sentences.add(latency());
        if (figures.isOfMonth() && !reading.promise().credits().steps().isEmpty()) {
            reading.creditPercent().ifPresent(percent -> sentences.add(credit(percent)));
        }
        return sentences;
    }

    Optional<BigDecimal> ratio() {
        return reading.availability().shownRatio(3);
    }

    String promised() {
        return look.percent(
                reading.promise().objective().availability().percent().movePointLeft(2), 3);
    }

    /** Whole requests; what may fail is rounded down. */
    String count(BigDecimal requests) {
        return look.quantity(requests.setScale(0, RoundingMode.FLOOR), "");
    }

    String latencyWithin() {
        return look.percent(
                BigDecimal.valueOf(reading.latency()
                        .shareWithin(
                                reading.promise().objective().latencySeconds().doubleValue())),
                2);
    }

    String latencyPromised() {
        return look.percent(reading.promise().objective().latency().percent().movePointLeft(2), 2);
    }

    String latencyBound() {
        return look.latency(reading.promise().objective().latencySeconds());
    }

    String credit(BigDecimal percent) {
        return percent.signum() == 0
                ? words.of("summary.credit.none")
                : words.of("summary.credit", look.percent(percent.movePointLeft(2), 1));
    }

    private String budget() {
        var budget = reading.budget();
        return budget.remainingShare()
                .filter(left -> left.signum() > 0)
                .map(left -> words.of(
                        "summary.budget.left", count(budget.total()), count(budget.used()), look.percent(left, 1)))
                .orElseGet(() -> words.of("summary.budget.none", count(budget.total()), count(budget.used())));
    }

    private String latency() {
        return reading.latencyKept()
                .map(kept -> words.of(
                        kept ? "summary.latency.kept" : "summary.latency.missed",
                        latencyWithin(),
                        latencyBound(),
                        latencyPromised()))
                .orElseGet(() -> words.of("summary.latency.none"));
    }
}
