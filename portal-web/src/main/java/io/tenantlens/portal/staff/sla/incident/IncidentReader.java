package io.tenantlens.portal.staff.sla.incident;

import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.range.MonthChoice;
import io.tenantlens.portal.sla.IncidentText;
import io.tenantlens.portal.staff.sla.SlaTab;
import io.tenantlens.sla.incident.Incident;
import io.tenantlens.sla.incident.Incidents;
import io.tenantlens.sla.reading.SlaStandings;
import io.tenantlens.sla.reading.Standing;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the page of incidents. */
@Singleton
class IncidentReader {

    private final Incidents incidents;
    private final SlaStandings standings;

    @Inject
    IncidentReader(Incidents incidents, SlaStandings standings) {
        this.incidents = incidents;
        this.standings = standings;
    }

    /**
     * What was written to an incident and refused.
     *
     * @param id of the incident; below zero where nothing was
     */
    record Refused(long id, String note, String why) {

        static final Refused NOTHING = new Refused(-1, "", "");
    }

    IncidentPage read(StaffVisit visit, @Nullable String sentMonth, @Nullable String tenant, Refused refused) {
        var look = visit.look();
        var month = MonthChoice.read(sentMonth, look);
        var slug = tenant == null ? "" : tenant.strip();
        var wanted = TenantId.ofShop(slug);
        var unknown = !slug.isEmpty() && wanted.isEmpty();
        return new IncidentPage(
                visit.frame(),
                SlaTab.INCIDENTS.links(visit.scope()),
                look.month(month),
                MonthChoice.around(month, look),
                slug,
                unknown ? "Enter the slug of a tenant, for example dhaka-books." : null,
                visit.scope().may(Area.OBJECTIVES, Access.WRITE),
                unknown ? List.of() : rows(visit, month, wanted, refused));
    }

    private List<IncidentPage.Row> rows(StaffVisit visit, YearMonth month, Optional<TenantId> tenant, Refused refused) {
        var look = visit.look();
        var days = new DateRange(month.atDay(1), month.plusMonths(1).atDay(1));
        var found = incidents.during(visit.scope(), days.in(look.zone()), tenant);
        Map<TenantId, Standing> standing = found.isEmpty()
                ? Map.of()
                : standings.over(visit.scope(), days).stream()
                        .collect(Collectors.toMap(Standing::tenant, Function.identity()));
        return found.stream()
                .map(incident -> row(incident, standing.get(incident.tenant()), month, look, refused))
                .toList();
    }

    private static IncidentPage.Row row(
            Incident incident, @Nullable Standing standing, YearMonth month, Look look, Refused refused) {
        var note = incident.note();
        var isRefused = refused.id() == incident.id();
        var published = incident.publishedAt();
        return new IncidentPage.Row(
                incident.tenant().value(),
                IncidentText.kind(incident),
                look.dayAndClock(incident.period().start()),
                IncidentText.lasted(incident, look),
                IncidentText.affected(incident, look),
                standing == null
                        ? Look.NO_DATA
                        : IncidentText.cost(incident, standing.budget(), standing.counting(), look),
                incident.withdrawnAt() != null ? "" : published != null ? "good" : "warn",
                state(incident, look),
                isRefused ? refused.note() : note == null ? "" : note,
                published != null,
                SlaTab.INCIDENTS.path() + "/" + incident.tenant() + "/" + incident.id() + "?month=" + month,
                isRefused,
                isRefused ? refused.why() : null);
    }

    private static String state(Incident incident, Look look) {
        if (incident.withdrawnAt() != null) {
            return "withdrawn: its hours are not bad any more";
        }
        var published = incident.publishedAt();
        return published == null ? "staff only" : "published " + look.dayAndClock(published);
    }
}
