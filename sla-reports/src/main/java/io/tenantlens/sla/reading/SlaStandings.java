package io.tenantlens.sla.reading;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.sla.reading.internal.StandingQueries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/** Ranks all tenants by what is left of their error budgets. */
@Singleton
public class SlaStandings {

    /** The least budget first; then those whose budget is nothing or not known, by tenant. */
    private static final Comparator<Standing> LEAST_LEFT = Comparator.comparing(
                    (Standing standing) -> standing.budget().remainingShare().orElse(null),
                    Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()))
            .thenComparing(Standing::tenant);

    private final StaffDatabase database;
    private final Clock clock;

    @Inject
    public SlaStandings(StaffDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The tenants over the same local days, each in its own zone; budgets of rolling days end with the last of them. */
    public List<Standing> over(StaffScope scope, DateRange days) {
        return database.inTransaction(
                scope,
                handle -> StandingQueries.all(handle, days, clock.instant()).stream()
                        .sorted(LEAST_LEFT)
                        .toList());
    }
}
