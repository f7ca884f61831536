package io.tenantlens.api.cost.setting;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.audit.AuditEntry;
import io.tenantlens.api.audit.AuditTrail;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Unit costs as staff read and change them. A change is a new version with a day from which it is valid. */
@Singleton
public class UnitCosts {

    private final StaffDatabase database;
    private final AuditTrail trail;

    @Inject
    public UnitCosts(StaffDatabase database, AuditTrail trail) {
        this.database = database;
        this.trail = trail;
    }

    /** What became of a change. */
    public enum Change {
        MADE,
        /** There is no unit cost of this key. */
        UNKNOWN,
        /** Another version is valid from the same day, and versions are never edited. */
        TAKEN
    }

    /** Every version, by key and day. */
    public List<UnitCost> all(StaffScope scope) {
        return database.inTransaction(
                scope, handle -> CostSettingRows.read(handle).unitCosts());
    }

    /** Adds a version; the months from its day on are then allocated again. */
    public Change change(StaffScope scope, String key, LocalDate validFrom, BigDecimal amount) {
        return database.inTransaction(scope, handle -> {
            var versions = CostSettingRows.read(handle).unitCosts().stream()
                    .filter(cost -> cost.key().equals(key))
                    .toList();
            if (versions.isEmpty()) {
                return Change.UNKNOWN;
            }
            var last = versions.getLast();
            var version = new UnitCost(key, validFrom, last.title(), last.unit(), last.perMonth(), amount);
            if (!insert(handle, version)) {
                return Change.TAKEN;
            }
            handle.execute("DELETE FROM cost_month_runs WHERE month >= date_trunc('month', ?::date)", validFrom);
            record(scope, handle, version);
            return Change.MADE;
        });
    }

    private static boolean insert(Handle handle, UnitCost cost) {
        return handle.createUpdate("""
            INSERT INTO unit_costs (unit_cost, valid_from, title, unit, per_month, amount)
            VALUES (:key, :from, :title, :unit, :perMonth, :amount) ON CONFLICT DO NOTHING\
            """)
                        .bind("key", cost.key())
                        .bind("from", cost.validFrom())
                        .bind("title", cost.title())
                        .bind("unit", cost.unit())
                        .bind("perMonth", cost.perMonth())
                        .bind("amount", cost.amount())
                        .execute()
                == 1;
    }

    private void record(StaffScope scope, Handle handle, UnitCost cost) {
        trail.record(
                handle,
                AuditEntry.of(
                        scope,
                        "unit-cost.changed",
                        Map.of(
                                "unitCost", cost.key(),
                                "from", cost.validFrom().toString(),
                                "amount", cost.amount().toPlainString())));
    }

    /** The version of a key that is valid on a day. */
    public static Optional<UnitCost> on(List<UnitCost> versions, String key, LocalDate day) {
        return versions.stream()
                .filter(cost -> cost.key().equals(key) && !cost.validFrom().isAfter(day))
                .reduce((_, later) -> later);
    }
}
