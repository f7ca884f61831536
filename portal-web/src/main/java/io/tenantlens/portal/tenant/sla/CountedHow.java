package io.tenantlens.portal.tenant.sla;

import io.tenantlens.portal.format.Look;
import io.tenantlens.sla.indicator.Availability;
import io.tenantlens.sla.indicator.CountingMethod;
import io.tenantlens.sla.reading.SlaReading;
import java.util.List;

/** How the figures of a month were counted, in sentences, and what was measured besides. */
public record CountedHow(List<String> sentences, List<Fact> facts, boolean stale) {

    /** A number and its name. */
    public record Fact(String name, String value) {}

    static CountedHow of(SlaReading reading, Look look) {
        var objective = reading.promise().objective();
        var signals = reading.signals();
        var heard = signals.lastHour();
        return new CountedHow(
                List.of(
                        objective.counting() == CountingMethod.OCCURRENCES
                                ? "Availability is the requests that were answered without a server error (a status of"
                                        + " 5xx) over all requests; a 4xx is the caller's mistake."
                                : "Availability is the hours in which at least "
                                        + look.percent(
                                                objective.slice().percent().movePointLeft(2), 4)
                                        + " of the requests were answered without a server error (a status of 5xx),"
                                        + " over all hours with requests.",
                        "Days and the month are cut in the time zone "
                                + look.zone().getId()
                                + ". Every hour that announced maintenance touches counts neither way. Where nothing"
                                + " was counted there is no figure: that is neither 0% nor 100%.",
                        "The error budget is what may fail under the promise. Each day of its line is measured against"
                                + " the requests of all days shown, so that it never rises.",
                        "Percentiles are read from the merged histograms of all requests; they are never averaged. The"
                                + " true value lies in the bucket that is named.",
                        "The promise in force on the first day of the month applies to all of it, here the one of "
                                + look.day(objective.validFrom()) + "."),
                List.of(
                        new Fact("By requests", counted(reading.counts().occurrences(), look)),
                        new Fact("By hours", counted(reading.counts().timeslices(), look)),
                        new Fact("Hours that probes saw the shop up", counted(signals.probes(), look)),
                        new Fact("Orders completed of those completed or failed", counted(signals.orders(), look)),
                        new Fact("Last hour with samples", heard == null ? Look.NO_DATA : look.exactly(heard))),
                signals.stale(reading.asOf()));
    }

    private static String counted(Availability counted, Look look) {
        return counted.hasData()
                ? "%s (%s of %s)"
                        .formatted(
                                look.percent(counted.shownRatio(3).orElse(null), 3),
                                look.quantity(counted.good(), ""),
                                look.quantity(counted.total(), ""))
                : "no data";
    }
}
