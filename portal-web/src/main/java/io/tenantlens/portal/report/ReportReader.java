package io.tenantlens.portal.report;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TenantScope;
import io.tenantlens.api.directory.Tenants;
import io.tenantlens.api.usage.UsageQueries;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.portal.format.Look;
import io.tenantlens.sla.incident.Incidents;
import io.tenantlens.sla.month.FrozenMonths;
import io.tenantlens.sla.reading.SlaReadings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** Reads what a report is made of: the figures that the page of the service level shows, all of one moment. */
@Singleton
class ReportReader {

    private final TenantDatabase database;
    private final SlaReadings readings;
    private final UsageQueries usage;
    private final Incidents incidents;
    private final FrozenMonths months;
    private final Tenants tenants;
    private final Clock clock;

    @Inject
    ReportReader(
            TenantDatabase database,
            SlaReadings readings,
            UsageQueries usage,
            Incidents incidents,
            FrozenMonths months,
            Tenants tenants,
            Clock clock) {
        this.database = database;
        this.readings = readings;
        this.usage = usage;
        this.incidents = incidents;
        this.months = months;
        this.tenants = tenants;
        this.clock = clock;
    }

    SlaReport read(TenantScope scope, DateRange days, Locale language) {
        var tenant = tenants.of(scope);
        var look = new Look(language, tenant.timeZone(), clock.instant());
        return new ReportWriter(tenant.name(), figures(scope, days, look), look).report();
    }

    private ReportFigures figures(TenantScope scope, DateRange days, Look look) {
        return database.inTransaction(
                scope,
                _ -> new ReportFigures(
                        readings.over(scope, days),
                        usage.totals(scope, days),
                        usage.totals(scope, ReportFigures.before(days)),
                        incidents.published(scope, days.in(look.zone())),
                        ReportFigures.isMonth(days)
                                ? months.revisions(scope, YearMonth.from(days.start()))
                                : List.of()));
    }
}
