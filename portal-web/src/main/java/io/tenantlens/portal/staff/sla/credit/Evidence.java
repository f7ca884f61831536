package io.tenantlens.portal.staff.sla.credit;

import io.tenantlens.api.directory.TenantDirectory;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.StaffVisit;
import io.tenantlens.portal.sla.IncidentText;
import io.tenantlens.portal.staff.sla.SentForm;
import io.tenantlens.portal.staff.sla.SlaTab;
import io.tenantlens.portal.staff.sla.credit.CreditPage.DayRow;
import io.tenantlens.portal.staff.sla.credit.CreditPage.Fact;
import io.tenantlens.portal.staff.sla.credit.CreditPage.IncidentRow;
import io.tenantlens.portal.staff.sla.credit.CreditPage.Revision;
import io.tenantlens.sla.claim.CreditClaim;
import io.tenantlens.sla.incident.Incident;
import io.tenantlens.sla.incident.Incidents;
import io.tenantlens.sla.indicator.Availability;
import io.tenantlens.sla.month.FrozenInputs;
import io.tenantlens.sla.month.FrozenMonth;
import io.tenantlens.sla.month.FrozenMonths;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a claim stands on: the frozen numbers, the days that fell short, maintenance, incidents and revisions. */
@Singleton
class Evidence {

    private final FrozenMonths months;
    private final Incidents incidents;
    private final TenantDirectory directory;

    @Inject
    Evidence(FrozenMonths months, Incidents incidents, TenantDirectory directory) {
        this.months = months;
        this.incidents = incidents;
        this.directory = directory;
    }

    CreditPage page(StaffVisit visit, CreditClaim claim, CreditListPage.Row row, @Nullable SentForm form) {
        var look = visit.look();
        var scope = visit.scope();
        var inputs = months.inputs(scope, claim.tenant(), claim.month());
        return new CreditPage(
                visit.frame(),
                SlaTab.CREDITS.links(scope),
                row,
                claim.revisedSince() ? "The month was revised after this was decided: look at its revisions." : "",
                facts(claim, inputs, look),
                inputs.map(frozen -> shortfalls(frozen, claim, look)).orElse(List.of()),
                inputs.map(FrozenInputs::maintenance).orElse(List.of()),
                incidents(visit, claim).stream()
                        .map(incident -> incident(incident, look))
                        .toList(),
                months.revisions(scope, claim.tenant(), claim.month()).stream()
                        .map(revision -> revision(revision, look))
                        .toList(),
                form,
                "Net bill of the month, " + claim.currency().code(),
                CreditReader.path(claim),
                "/t/" + claim.tenant() + "/sla?month=" + claim.month());
    }

    private static List<Fact> facts(CreditClaim claim, Optional<FrozenInputs> inputs, Look look) {
        var bill = claim.bill();
        var decision = Stream.of(
                new Fact("Earned", CreditReader.percent(claim.percent(), look) + " of the month's bill"),
                new Fact("Proposed", look.exactly(claim.proposedAt())),
                new Fact("Net bill", bill == null ? Look.NO_DATA : look.money(bill)),
                new Fact("Note", claim.note() == null ? Look.NO_DATA : claim.note()));
        var terms = inputs.map(FrozenInputs::terms).orElseThrow().entrySet().stream();
        var counts = inputs.map(FrozenInputs::counts).orElseThrow().entrySet().stream();
        return Stream.concat(decision, Stream.concat(terms, counts).map(Evidence::fact))
                .toList();
    }

    private static Fact fact(Map.Entry<String, String> entry) {
        return new Fact(
                entry.getKey().substring(0, 1).toUpperCase(Locale.ROOT)
                        + entry.getKey().substring(1),
                entry.getValue());
    }

    private static List<DayRow> shortfalls(FrozenInputs inputs, CreditClaim claim, Look look) {
        return inputs.requests().entrySet().stream()
                .filter(day -> !day.getValue().meets(claim.objectivePercent()))
                .sorted(Comparator.comparing((Map.Entry<?, Availability> day) ->
                                day.getValue().bad())
                        .reversed())
                .map(day -> new DayRow(
                        look.day(day.getKey()),
                        CreditReader.percent(day.getValue().percent().orElse(BigDecimal.ZERO), look),
                        look.quantity(day.getValue().bad(), ""),
                        look.quantity(day.getValue().total(), "")))
                .toList();
    }

    private List<Incident> incidents(StaffVisit visit, CreditClaim claim) {
        var zone = directory
                .find(visit.scope(), claim.tenant())
                .map(found -> found.tenant().timeZone())
                .orElseThrow();
        var month = claim.month();
        var period = new DateRange(month.atDay(1), month.plusMonths(1).atDay(1)).in(zone);
        return incidents.during(visit.scope(), period, Optional.of(claim.tenant()));
    }

    private static IncidentRow incident(Incident incident, Look look) {
        var note = incident.note();
        return new IncidentRow(
                IncidentText.kind(incident),
                look.dayAndClock(incident.period().start()),
                IncidentText.lasted(incident, look),
                IncidentText.affected(incident, look),
                note == null ? "" : note);
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
