package io.tenantlens.api.billing.card;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Published cards, for staff. */
@Singleton
public class RateCards {

    private final StaffDatabase database;

    @Inject
    public RateCards(StaffDatabase database) {
        this.database = database;
    }

    /** All versions by plan and currency, the newest of each first. */
    public List<CardSummary> all(StaffScope scope) {
        return database.inTransaction(scope, handle -> new CardRows(handle).summaries());
    }

    public Optional<CardVersion> find(StaffScope scope, CardKey key) {
        return database.inTransaction(scope, handle -> new CardRows(handle).card(key));
    }
}
