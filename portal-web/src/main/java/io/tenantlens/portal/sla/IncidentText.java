package io.tenantlens.portal.sla;

import io.tenantlens.portal.format.Look;
import io.tenantlens.sla.incident.Incident;
import io.tenantlens.sla.indicator.CountingMethod;
import io.tenantlens.sla.objective.ErrorBudget;
import java.math.MathContext;
import java.time.Duration;

/** An incident in words and numbers. */
public final class IncidentText {

    private IncidentText() {}

    public static String kind(Incident incident) {
        return switch (incident.kind()) {
            case BUDGET -> "requests failed";
            case PROBE -> "not reached by probes";
        };
    }

    public static String lasted(Incident incident, Look look) {
        var period = incident.period();
        long hours = Duration.between(period.start(), period.end()).toHours();
        return look.number(hours) + (hours == 1 ? " hour" : " hours");
    }

    /** How many, and which share of all in these hours. */
    public static String affected(Incident incident, Look look) {
        var counted = incident.counted();
        var share = counted.hasData() ? counted.bad().divide(counted.total(), MathContext.DECIMAL64) : null;
        var unit = incident.kind() == Incident.Kind.PROBE ? "h" : "";
        return "%s of %s (%s)"
                .formatted(
                        look.quantity(counted.bad(), unit),
                        look.quantity(counted.total(), unit),
                        look.percent(share, 1));
    }

    /** The share of a budget that it used up. */
    public static String cost(Incident incident, ErrorBudget budget, CountingMethod counting, Look look) {
        return look.percent(incident.cost(budget, counting).orElse(null), 1);
    }
}
