package io.tenantlens.api.cost.run;

import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** What imported bills say pools cost on single days. They take the place of unit costs. */
final class BilledCosts {

    private record Key(String pool, LocalDate day) {}

    /** The part that names a tenant, by slug, and the part that is shared. */
    record Bill(Map<String, BigDecimal> own, BigDecimal shared) {}

    private final Map<Key, Bill> bills;

    private BilledCosts(Map<Key, Bill> bills) {
        this.bills = bills;
    }

    static BilledCosts none() {
        return new BilledCosts(Map.of());
    }

    static BilledCosts read(Handle handle, DateRange days) {
        var bills = new HashMap<Key, Bill>();
        handle.createQuery("""
            SELECT pool, day, tenant_id, sum(cost) AS cost FROM billed_costs
            WHERE day >= :from AND day < :to GROUP BY pool, day, tenant_id\
            """)
                .bind("from", days.start())
                .bind("to", days.end())
                .map((row, _) -> {
                    var key = new Key(row.getString("pool"), row.getObject("day", LocalDate.class));
                    var cost = row.getBigDecimal("cost");
                    var tenant = row.getString("tenant_id");
                    var one = tenant.isEmpty()
                            ? new Bill(Map.of(), cost)
                            : new Bill(Map.of(tenant, cost), BigDecimal.ZERO);
                    bills.merge(key, one, BilledCosts::plus);
                    return key;
                })
                .list();
        return new BilledCosts(bills);
    }

    Optional<Bill> of(String pool, LocalDate day) {
        return Optional.ofNullable(bills.get(new Key(pool, day)));
    }

    /** The pools that a day's bills name. */
    Set<String> pools(LocalDate day) {
        var pools = new TreeSet<String>();
        bills.keySet().stream().filter(key -> key.day().equals(day)).forEach(key -> pools.add(key.pool()));
        return pools;
    }

    private static Bill plus(Bill one, Bill other) {
        var own = new HashMap<>(one.own());
        other.own().forEach((tenant, cost) -> own.merge(tenant, cost, BigDecimal::add));
        return new Bill(own, one.shared().add(other.shared()));
    }
}
