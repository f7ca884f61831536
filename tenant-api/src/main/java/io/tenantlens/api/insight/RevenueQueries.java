package io.tenantlens.api.insight;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.directory.Tenant;
import io.tenantlens.api.insight.TenantRevenue.Takings;
import io.tenantlens.cost.health.DropAttribution;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What tenants take in from their own customers, in BDT. Days are the local days of each tenant. */
@Singleton
public class RevenueQueries {

    private final StaffDatabase database;

    @Inject
    public RevenueQueries(StaffDatabase database) {
        this.database = database;
    }

    /** The last 24 whole hours of each tenant beside the same hours of the weeks before; empty before the first look. */
    public record LastDay(Optional<Instant> endedAt, List<DropAttribution.Spans> tenants) {}

    /** By day and tier, in the order of days; a tier without any sample that day is absent. */
    public List<RevenueDay> days(StaffScope scope, DateRange dates) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery("""
                                SELECT d.day, t.tier, sum(d.revenue) AS revenue
                                FROM tenant_days d JOIN tenants t USING (tenant_id)
                                WHERE d.day >= :start AND d.day < :end AND d.revenue IS NOT NULL
                                GROUP BY d.day, t.tier ORDER BY d.day, t.tier""")
                        .bind("start", dates.start())
                        .bind("end", dates.end())
                        .map((row, _) -> new RevenueDay(
                                row.getObject("day", LocalDate.class),
                                tier(row.getString("tier")),
                                row.getBigDecimal("revenue")))
                        .list());
    }

    /** Each tenant that took in something in either range, the largest first. */
    public List<TenantRevenue> tenants(StaffScope scope, DateRange dates, DateRange before) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery("""
                                SELECT t.tenant_id, t.name, t.tier, sums.* FROM (
                                    SELECT tenant_id,
                                           coalesce(sum(revenue) FILTER (WHERE day >= :start), 0) AS revenue,
                                           coalesce(sum(orders) FILTER (WHERE day >= :start), 0) AS orders,
                                           coalesce(sum(carts_created) FILTER (WHERE day >= :start), 0) AS carts,
                                           coalesce(sum(revenue) FILTER (WHERE day < :endBefore), 0) AS revenue_before,
                                           coalesce(sum(orders) FILTER (WHERE day < :endBefore), 0) AS orders_before,
                                           coalesce(sum(carts_created) FILTER (WHERE day < :endBefore), 0) AS carts_before
                                    FROM tenant_days WHERE day >= :startBefore AND day < :end
                                    GROUP BY tenant_id) sums
                                JOIN tenants t USING (tenant_id)
                                WHERE revenue > 0 OR revenue_before > 0
                                ORDER BY revenue DESC, t.tenant_id""")
                        .bind("start", dates.start())
                        .bind("end", dates.end())
                        .bind("startBefore", before.start())
                        .bind("endBefore", before.end())
                        .map((row, _) -> new TenantRevenue(
                                new TenantId(row.getString("tenant_id")),
                                row.getString("name"),
                                tier(row.getString("tier")),
                                takings(row, ""),
                                takings(row, "_before")))
                        .list());
    }

    public LastDay lastDay(StaffScope scope) {
        return database.inTransaction(scope, handle -> {
            var endedAt = handle.createQuery("SELECT max(ended_at) FROM revenue_spans")
                    .mapTo(OffsetDateTime.class)
                    .findOne()
                    .map(OffsetDateTime::toInstant);
            var tenants = handle.createQuery("SELECT tenant_id, latest, weeks FROM revenue_spans")
                    .map((row, _) -> new DropAttribution.Spans(
                            new TenantId(row.getString("tenant_id")),
                            row.getBigDecimal("latest"),
                            Arrays.asList((BigDecimal[]) row.getArray("weeks").getArray())))
                    .list();
            return new LastDay(endedAt, tenants);
        });
    }

    private static Takings takings(ResultSet row, String when) throws SQLException {
        return new Takings(
                row.getBigDecimal("revenue" + when),
                row.getBigDecimal("orders" + when),
                row.getBigDecimal("carts" + when));
    }

    private static Tenant.Tier tier(String name) {
        return Tenant.Tier.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
