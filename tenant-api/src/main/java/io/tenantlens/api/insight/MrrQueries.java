package io.tenantlens.api.insight;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.cost.mrr.MrrEvent;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * What tenants pay month after month, whatever they use: the flat fees of the rate card in force for their subscription.
 *
 * <p>Only tenants that are billed in BDT count, as currencies do not add up. A pause ends what a tenant pays like leaving does,
 * and coming back from it is a reactivation.
 */
@Singleton
public class MrrQueries {

    private static final String CURRENCY = "BDT";

    private final StaffDatabase database;

    @Inject
    public MrrQueries(StaffDatabase database) {
        this.database = database;
    }

    /**
     * Every change of what a tenant pays a month, tenant by tenant in the order of time.
     *
     * @param leftOut how many tenants are billed in another currency
     */
    public record MrrHistory(List<MrrEvent> events, long leftOut) {

        public MrrHistory {
            events = List.copyOf(events);
        }
    }

    /** A subscription from one day up to the next change. */
    private record Phase(TenantId tenant, LocalDate start, LocalDate end, String plan, boolean active) {}

    public MrrHistory history(StaffScope scope) {
        return database.inTransaction(scope, handle -> {
            var fees = fees(handle);
            var events = new ArrayList<MrrEvent>();
            phases(handle)
                    .forEach(phase -> events.addAll(events(phase, fees.getOrDefault(phase.plan(), new TreeMap<>()))));
            var leftOut = handle.createQuery(
                            "SELECT count(*) FROM tenants WHERE currency <> :currency AND tenant_id <> '_platform'")
                    .bind("currency", CURRENCY)
                    .mapTo(Long.class)
                    .one();
            return new MrrHistory(events, leftOut);
        });
    }

    /** The fee at the start of the phase, and each change of the card within it. */
    private static List<MrrEvent> events(Phase phase, NavigableMap<LocalDate, BigDecimal> fees) {
        if (!phase.active()) {
            return List.of(new MrrEvent(phase.start(), phase.tenant(), BigDecimal.ZERO));
        }
        var events = new ArrayList<MrrEvent>();
        var first = fees.floorEntry(phase.start());
        events.add(new MrrEvent(phase.start(), phase.tenant(), first == null ? BigDecimal.ZERO : first.getValue()));
        fees.subMap(phase.start(), false, phase.end(), false)
                .forEach((day, fee) -> events.add(new MrrEvent(day, phase.tenant(), fee)));
        return events;
    }

    private static List<Phase> phases(Handle handle) {
        return handle.createQuery("""
                        SELECT tenant_id, effective_on, plan, state = 'active' AS active,
                               lead(effective_on, 1, 'infinity') OVER (PARTITION BY tenant_id ORDER BY effective_on) AS until
                        FROM (SELECT DISTINCT ON (c.tenant_id, c.effective_on) c.*
                              FROM subscription_changes c JOIN tenants t USING (tenant_id)
                              WHERE t.currency = :currency
                              ORDER BY c.tenant_id, c.effective_on, c.change_id DESC) changes
                        ORDER BY tenant_id, effective_on""")
                .bind("currency", CURRENCY)
                .map((row, _) -> new Phase(
                        new TenantId(row.getString("tenant_id")),
                        row.getObject("effective_on", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        row.getString("plan"),
                        row.getBoolean("active")))
                .list();
    }

    /** By plan, from which day on which fee. */
    private static Map<String, NavigableMap<LocalDate, BigDecimal>> fees(Handle handle) {
        return handle.createQuery("""
                        SELECT plan, valid_from, (
                            SELECT coalesce(sum((charge -> 'price' ->> 'amount')::numeric), 0)
                            FROM jsonb_array_elements(charges) AS charge
                            WHERE charge -> 'price' ->> 'model' = 'flat') AS fee
                        FROM rate_cards WHERE currency = :currency""").bind("currency", CURRENCY).reduceRows(new HashMap<>(), (fees, row) -> {
            fees.computeIfAbsent(row.getColumn("plan", String.class), _ -> new TreeMap<>())
                    .put(row.getColumn("valid_from", LocalDate.class), row.getColumn("fee", BigDecimal.class));
            return fees;
        });
    }
}
