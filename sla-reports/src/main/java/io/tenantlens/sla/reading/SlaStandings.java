package io.tenantlens.sla.reading;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.sla.indicator.Availability;
import io.tenantlens.sla.indicator.CountingMethod;
import io.tenantlens.sla.indicator.TimeSlice;
import io.tenantlens.sla.indicator.TimeSlice.State;
import io.tenantlens.sla.reading.internal.MaintenanceQueries;
import io.tenantlens.sla.reading.internal.PromiseQueries;
import io.tenantlens.sla.reading.internal.StandingQueries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Ranks all tenants by what is left of their error budgets. */
@Singleton
public class SlaStandings {

    /** The least budget first; then those whose budget is nothing or not known, by tenant. */
    private static final Comparator<Standing> LEAST_LEFT = Comparator.comparing(
                    (Standing standing) -> standing.budget().remainingShare().orElse(null),
                    Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()))
            .thenComparing(Standing::tenant);

    private final StaffDatabase database;

    @Inject
    SlaStandings(StaffDatabase database) {
        this.database = database;
    }

    /** The tenants over the same local days, each in its own zone. */
    public List<Standing> over(StaffScope scope, DateRange days) {
        return database.inTransaction(
                scope,
                handle -> StandingQueries.byRequests(handle, days).stream()
                        .map(standing -> counted(handle, standing, days))
                        .sorted(LEAST_LEFT)
                        .toList());
    }

    private static Standing counted(Handle handle, Standing standing, DateRange days) {
        return switch (standing.counting()) {
            case OCCURRENCES -> standing;
            case TIMESLICES ->
                new Standing(
                        standing.tenant(),
                        standing.name(),
                        standing.tier(),
                        standing.target(),
                        standing.counting(),
                        slices(handle, standing, days));
        };
    }

    /** Agreements on time slices are few, so each is read by itself. */
    private static Availability slices(Handle handle, Standing standing, DateRange days) {
        var period = days.in(PromiseQueries.zone(handle, standing.tenant()));
        var maintenance = MaintenanceQueries.during(handle, standing.tenant(), period);
        var hours = new RequestCounts(handle, standing.tenant(), maintenance)
                .hours(period).values().stream()
                        .map(hour -> new TimeSlice(hour, State.OK))
                        .toList();
        return CountingMethod.TIMESLICES.over(hours, standing.target().percent());
    }
}
