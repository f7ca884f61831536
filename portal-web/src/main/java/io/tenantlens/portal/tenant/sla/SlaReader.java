package io.tenantlens.portal.tenant.sla;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.usage.UsageQueries;
import io.tenantlens.portal.format.Freshness;
import io.tenantlens.portal.format.Look;
import io.tenantlens.portal.layout.TenantVisit;
import io.tenantlens.portal.range.MonthChoice;
import io.tenantlens.sla.claim.CreditClaim;
import io.tenantlens.sla.claim.CreditClaims;
import io.tenantlens.sla.incident.Incidents;
import io.tenantlens.sla.maintenance.MaintenanceWindows;
import io.tenantlens.sla.month.FrozenMonth;
import io.tenantlens.sla.month.FrozenMonths;
import io.tenantlens.sla.reading.SlaReading;
import io.tenantlens.sla.reading.SlaReadings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Reads a month of service for its page. */
@Singleton
class SlaReader {

    private final TenantDatabase database;
    private final SlaReadings readings;
    private final LatencyReader latencies;
    private final UsageQueries usage;
    private final Incidents incidents;
    private final MaintenanceWindows maintenance;
    private final FrozenMonths months;
    private final CreditClaims claims;

    @Inject
    SlaReader(
            TenantDatabase database,
            SlaReadings readings,
            LatencyReader latencies,
            UsageQueries usage,
            Incidents incidents,
            MaintenanceWindows maintenance,
            FrozenMonths months,
            CreditClaims claims) {
        this.database = database;
        this.readings = readings;
        this.latencies = latencies;
        this.usage = usage;
        this.incidents = incidents;
        this.maintenance = maintenance;
        this.months = months;
        this.claims = claims;
    }

    SlaPage read(TenantVisit visit, SlaChoice choice) {
        return database.inTransaction(visit.scope(), _ -> page(visit, choice));
    }

    private SlaPage page(TenantVisit visit, SlaChoice choice) {
        var look = visit.look();
        var scope = visit.scope();
        var month = choice.monthOf(look);
        var reading = readings.month(scope, month);
        var shown = incidents.published(scope, reading.period().in(look.zone()));
        var revisions = months.revisions(scope, month);
        var claim = claims.of(scope, month);
        var path = visit.path() + "/sla";
        return new SlaPage(
                visit.frame(),
                Freshness.of(usage.asOf(scope), look),
                path,
                look.month(month),
                month.toString(),
                MonthChoice.around(month, look),
                state(revisions, look),
                SlaSummary.of(reading, look),
                credit(reading, look),
                claim.map(one -> creditNote(one, look)).orElse("by availability so far"),
                reading.exhaustedAt().map(look::dayAndClock).orElse(null),
                DayCalendar.of(reading, shown, look),
                BudgetView.of(reading, shown, look),
                latencies.read(visit, reading, choice),
                Events.of(reading, shown, maintenance.ahead(scope), revisions, look),
                CountedHow.of(reading, look),
                path + address(month.minusMonths(1)),
                month.isBefore(YearMonth.from(look.today())) ? path + address(month.plusMonths(1)) : null,
                path + ".pdf?month=" + month);
    }

    private static String address(YearMonth month) {
        return SlaChoice.query(month, Optional.empty(), Optional.empty());
    }

    private static String state(List<FrozenMonth> revisions, Look look) {
        if (revisions.isEmpty()) {
            return "open: figures still grow";
        }
        var last = revisions.getLast();
        return last.revision() == 1
                ? "frozen " + look.dayAndClock(last.frozenAt())
                : "revised " + look.dayAndClock(last.frozenAt());
    }

    private static String credit(SlaReading reading, Look look) {
        return reading.creditPercent()
                .map(percent ->
                        percent.signum() == 0 ? "None" : look.percent(percent.movePointLeft(2), 1) + " of the bill")
                .orElse(Look.NO_DATA);
    }

    private static String creditNote(CreditClaim claim, Look look) {
        var amount = claim.amount();
        return switch (claim.status()) {
            case PROPOSED -> "being reviewed";
            case APPROVED -> (amount == null ? "" : look.money(amount) + ", ") + "on the next bill";
            case DECLINED -> "declined after review";
            case WITHDRAWN -> "withdrawn: the month was revised";
        };
    }
}
