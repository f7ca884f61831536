package io.tenantlens.api.margin;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.billing.invoice.BilledRevenue;
import io.tenantlens.api.cost.CostType;
import io.tenantlens.api.cost.Micros;
import io.tenantlens.api.directory.Tenant;
import io.tenantlens.api.margin.PlatformMargin.Uncarried;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Sets the revenue of tenants beside their cost, month by month. */
@Singleton
public class Margins {

    private static final String TYPES =
            Arrays.stream(CostType.values()).map(CostType::key).collect(Collectors.joining(", "));

    private final StaffDatabase database;

    @Inject
    public Margins(StaffDatabase database) {
        this.database = database;
    }

    private record Key(String tenant, YearMonth month) {}

    private record Shop(String name, Tenant.Tier tier, String plan) {}

    /**
     * Every tenant's months that have revenue or cost, as of one instant. A month that was run and issued has billed revenue
     * alone: a tenant without an invoice then has none. Any other month has what accrued, where there is no invoice already.
     *
     * @param until excluded
     */
    public PlatformMargin read(StaffScope scope, YearMonth from, YearMonth until) {
        return database.inTransaction(scope, handle -> {
            handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            return new PlatformMargin(tenants(handle, from, until), uncarried(handle, from, until));
        });
    }

    private static List<TenantMargin> tenants(Handle handle, YearMonth from, YearMonth until) {
        var billed = billed(handle, from, until);
        var accrued = accrued(handle, from, until);
        var costs = costs(handle, from, until);
        var shops = shops(handle);
        var keys = new HashSet<Key>(billed.keySet());
        keys.addAll(accrued.keySet());
        keys.addAll(costs.keySet());
        var order = new TreeMap<String, Set<YearMonth>>();
        keys.forEach(
                key -> order.computeIfAbsent(key.tenant(), _ -> new TreeSet<>()).add(key.month()));
        return order.entrySet().stream()
                .flatMap(tenant -> tenant.getValue().stream().map(month -> {
                    var key = new Key(tenant.getKey(), month);
                    var shop = shops.get(key.tenant());
                    return new TenantMargin(
                            new TenantId(key.tenant()),
                            shop == null ? key.tenant() : shop.name(),
                            shop == null ? Tenant.Tier.STARTER : shop.tier(),
                            shop == null ? "" : shop.plan(),
                            month,
                            billed.getOrDefault(key, accrued.getOrDefault(key, BigDecimal.ZERO)),
                            billed.containsKey(key),
                            costs.getOrDefault(key, Collections.emptySortedMap()));
                }))
                .toList();
    }

    private static Map<Key, BigDecimal> billed(Handle handle, YearMonth from, YearMonth until) {
        var billed = new HashMap<Key, BigDecimal>();
        new BilledRevenue(handle)
                .between(from, until)
                .forEach(one -> billed.merge(
                        new Key(one.tenant().value(), one.month()), one.netBdt().amount(), BigDecimal::add));
        return billed;
    }

    private static Map<Key, BigDecimal> accrued(Handle handle, YearMonth from, YearMonth until) {
        return handle.createQuery("""
            SELECT tenant_id, month, revenue FROM tenant_accruals a
            WHERE month >= :from AND month < :until
              AND NOT EXISTS (SELECT FROM invoice_runs r WHERE r.month = a.month AND r.state = 'issued')\
            """)
                .bind("from", from.atDay(1))
                .bind("until", until.atDay(1))
                .reduceRows(new HashMap<Key, BigDecimal>(), (accrued, row) -> {
                    accrued.put(
                            new Key(
                                    row.getColumn("tenant_id", String.class),
                                    YearMonth.from(row.getColumn("month", LocalDate.class))),
                            row.getColumn("revenue", BigDecimal.class));
                    return accrued;
                });
    }

    private static Map<Key, SortedMap<CostType, BigDecimal>> costs(Handle handle, YearMonth from, YearMonth until) {
        var costs = new HashMap<Key, SortedMap<CostType, BigDecimal>>();
        handle.createQuery("SELECT tenant_id, month, <types> FROM cost_months WHERE month >= :from AND month < :until")
                .define("types", TYPES)
                .bind("from", from.atDay(1))
                .bind("until", until.atDay(1))
                .map((row, _) -> costs.put(new Key(row.getString("tenant_id"), month(row)), byType(row)))
                .list();
        return costs;
    }

    private static SortedMap<CostType, BigDecimal> byType(ResultSet row) throws SQLException {
        var byType = new TreeMap<CostType, BigDecimal>();
        for (var type : CostType.values()) {
            var amount = row.getLong(type.key());
            if (amount != 0) {
                byType.put(type, Micros.decimal(amount));
            }
        }
        return byType;
    }

    private static Map<String, Shop> shops(Handle handle) {
        var shops = new HashMap<String, Shop>();
        handle.createQuery("SELECT tenant_id, name, tier, plan FROM tenants")
                .map((row, _) -> shops.put(
                        row.getString("tenant_id"),
                        new Shop(
                                row.getString("name"),
                                Tenant.Tier.valueOf(row.getString("tier").toUpperCase(Locale.ROOT)),
                                row.getString("plan"))))
                .list();
        return shops;
    }

    private static List<Uncarried> uncarried(Handle handle, YearMonth from, YearMonth until) {
        return handle.createQuery("""
            SELECT date_trunc('month', day)::date AS month, sum(idle) AS idle, sum(unallocated) AS unallocated
            FROM cost_day_runs WHERE day >= :from AND day < :until GROUP BY 1 ORDER BY 1\
            """)
                .bind("from", from.atDay(1))
                .bind("until", until.atDay(1))
                .map((row, _) -> new Uncarried(month(row), row.getBigDecimal("idle"), row.getBigDecimal("unallocated")))
                .list();
    }

    private static YearMonth month(ResultSet row) throws SQLException {
        return YearMonth.from(row.getObject("month", LocalDate.class));
    }
}
