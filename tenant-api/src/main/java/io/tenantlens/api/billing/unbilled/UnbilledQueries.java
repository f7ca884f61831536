package io.tenantlens.api.billing.unbilled;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** What the detector found last, for staff. */
@Singleton
public class UnbilledQueries {

    private final StaffDatabase database;

    @Inject
    public UnbilledQueries(StaffDatabase database) {
        this.database = database;
    }

    /** The newest month first, at most so many. */
    public UnbilledRound latest(StaffScope scope, int limit) {
        return database.inTransaction(scope, handle -> {
            var rows = new UnbilledRows(handle);
            return new UnbilledRound(rows.endedAt().orElse(null), rows.list(limit));
        });
    }
}
