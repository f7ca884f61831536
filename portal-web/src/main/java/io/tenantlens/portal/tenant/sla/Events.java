package io.tenantlens.portal.tenant.sla;

import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.sla.IncidentText;
import io.tenantlens.sla.incident.Incident;
import io.tenantlens.sla.maintenance.MaintenanceWindow;
import io.tenantlens.sla.month.FrozenMonth;
import io.tenantlens.sla.reading.Maintenance;
import io.tenantlens.sla.reading.SlaReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What happened to the service and what is announced.
 *
 * @param timeline incidents and maintenance of the month, the latest first
 * @param ahead maintenance that is announced and has not ended
 * @param revisions of the frozen month, the first one first; none while it is open
 */
public record Events(List<Happening> timeline, List<Ahead> ahead, List<Revision> revisions) {

    /** Something of the month. */
    public record Happening(
            Instant at,
            String when,
            String mood,
            String kind,
            String what,
            String lasted,
            String affected,
            String cost) {}

    /** Maintenance to come. */
    public record Ahead(String title, String starts, String ends) {}

    /** The month as it was frozen, or as it was revised. */
    public record Revision(String number, String at, String counted, String checksum, List<String> changes) {}

    static Events of(
            SlaReading reading,
            List<Incident> incidents,
            List<MaintenanceWindow> ahead,
            List<FrozenMonth> revisions,
            Look look) {
        var timeline = new ArrayList<Happening>();
        incidents.forEach(incident -> timeline.add(incident(incident, reading, look)));
        reading.maintenance().stream()
                .filter(work -> work.period().start().isBefore(look.now()))
                .forEach(work -> timeline.add(maintenance(work, look)));
        timeline.sort(Comparator.comparing(Happening::at).reversed());
        return new Events(
                timeline,
                ahead.stream()
                        .map(window -> new Ahead(
                                window.work().title(),
                                look.exactly(window.period().start()),
                                look.exactly(window.period().end())))
                        .toList(),
                revisions.stream().map(frozen -> revision(frozen, look)).toList());
    }

    private static Happening incident(Incident incident, SlaReading reading, Look look) {
        var note = incident.note();
        var counting = reading.promise().objective().counting();
        return new Happening(
                incident.period().start(),
                look.dayAndClock(incident.period().start()),
                incident.withdrawnAt() == null ? "bad" : "",
                incident.withdrawnAt() == null ? IncidentText.kind(incident) : "withdrawn",
                note == null ? "" : note,
                IncidentText.lasted(incident, look),
                IncidentText.affected(incident, look),
                IncidentText.cost(incident, reading.budget(), counting, look));
    }

    private static Happening maintenance(Maintenance work, Look look) {
        return new Happening(
                work.period().start(),
                look.dayAndClock(work.period().start()),
                "",
                "maintenance",
                work.title(),
                "until " + look.dayAndClock(work.period().end()),
                "counts neither way",
                "");
    }

    private static Revision revision(FrozenMonth frozen, Look look) {
        return new Revision(
                look.number(frozen.revision()),
                look.exactly(frozen.frozenAt()),
                look.quantity(frozen.counted().bad(), "") + " failed of "
                        + look.quantity(frozen.counted().total(), ""),
                frozen.checksum(),
                frozen.changes());
    }
}
