package io.tenantlens.sla.json;

import io.tenantlens.sla.incident.Incident;
import io.tenantlens.sla.indicator.NumberText;
import io.tenantlens.sla.reading.SlaReading;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An incident that was published to the tenant.
 *
 * @param kind budget for requests that failed, probe for a shop that was not reached
 * @param affected failed requests, or hours that probes saw the shop down, of the total
 * @param budgetPercent of the error budget that it used up; null where it is not counted in it
 */
record IncidentJson(
        String kind,
        Instant startsAt,
        Instant endsAt,
        String affected,
        String total,
        @Nullable String budgetPercent,
        @Nullable String note,
        boolean withdrawn) {

    static IncidentJson of(Incident incident, SlaReading reading) {
        var counted = incident.counted();
        return new IncidentJson(
                incident.kind().name().toLowerCase(Locale.ROOT),
                incident.period().start(),
                incident.period().end(),
                NumberText.of(counted.bad()),
                NumberText.of(counted.total()),
                incident.cost(reading.budget(), reading.promise().objective().counting())
                        .map(share -> NumberText.of(share.movePointRight(2)))
                        .orElse(null),
                incident.note(),
                incident.withdrawnAt() != null);
    }
}
