package io.tenantlens.api.cost.platform;

import io.tenantlens.api.cost.CostType;
import io.tenantlens.api.cost.Micros;
import io.tenantlens.api.directory.Tenant;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.DateRange;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Sums of many tenants over a range: whole months from their sums, the rest from single days. */
final class TenantCostRows {

    private static final List<String> TYPES =
            Arrays.stream(CostType.values()).map(CostType::key).toList();
    private static final List<String> FIGURES = List.of(
            "requests",
            "orders",
            "stored_byte_hours",
            "file_byte_hours",
            "egress_bytes",
            "query_millis",
            "cache_hits",
            "cache_misses");

    private static final String QUERY = """
        WITH parts AS (
            SELECT tenant_id, total, active_users, <columns> FROM cost_months WHERE month >= :firstMonth AND month < :endMonth
            UNION ALL
            SELECT tenant_id, total, active_users, <columns> FROM cost_days
            WHERE day >= :from AND day < :to AND (day < :firstMonth OR day >= :endMonth)),
        sums AS (
            SELECT tenant_id, sum(total)::bigint AS total, max(active_users) AS active_users, <sums> FROM parts GROUP BY tenant_id),
        earlier AS (
            SELECT tenant_id, sum(total)::bigint AS before FROM (
                SELECT tenant_id, total FROM cost_months WHERE month >= :firstMonthBefore AND month < :endMonthBefore
                UNION ALL
                SELECT tenant_id, total FROM cost_days
                WHERE day >= :fromBefore AND day < :toBefore AND (day < :firstMonthBefore OR day >= :endMonthBefore)) AS e
            GROUP BY tenant_id)
        SELECT t.tenant_id, t.name, t.tier, t.plan, t.hosting, coalesce(earlier.before, 0) AS before, sums.*
        FROM sums JOIN tenants t USING (tenant_id) LEFT JOIN earlier USING (tenant_id)
        ORDER BY sums.total DESC, t.tenant_id\
        """;

    private final Handle handle;

    TenantCostRows(Handle handle) {
        this.handle = handle;
    }

    /** The largest first; a tenant without cost and usage is absent. */
    List<TenantCost> of(DateRange dates, DateRange before) {
        var columns = TYPES.stream().toList();
        return handle.createQuery(QUERY)
                .define("columns", String.join(", ", columns) + ", " + String.join(", ", FIGURES))
                .define("sums", summed(columns) + ", " + summed(FIGURES))
                .bind("from", dates.start())
                .bind("to", dates.end())
                .bind("firstMonth", firstMonth(dates))
                .bind("endMonth", endMonth(dates))
                .bind("fromBefore", before.start())
                .bind("toBefore", before.end())
                .bind("firstMonthBefore", firstMonth(before))
                .bind("endMonthBefore", endMonth(before))
                .map((row, _) -> cost(row))
                .list();
    }

    private static String summed(List<String> columns) {
        return columns.stream()
                .map(column -> "sum(%1$s)::bigint AS %1$s".formatted(column))
                .collect(Collectors.joining(", "));
    }

    /** The first month that is in the range as a whole. */
    private static LocalDate firstMonth(DateRange dates) {
        var month = dates.start().withDayOfMonth(1);
        return month.equals(dates.start()) ? month : month.plusMonths(1);
    }

    /** The end of the whole months; never before their start. */
    private static LocalDate endMonth(DateRange dates) {
        var end = dates.end().withDayOfMonth(1);
        var first = firstMonth(dates);
        return end.isBefore(first) ? first : end;
    }

    private static TenantCost cost(ResultSet row) throws SQLException {
        var byType = new TreeMap<CostType, BigDecimal>();
        for (var type : CostType.values()) {
            var amount = row.getLong(type.key());
            if (amount != 0) {
                byType.put(type, Micros.decimal(amount));
            }
        }
        return new TenantCost(
                new TenantId(row.getString("tenant_id")),
                row.getString("name"),
                Tenant.Tier.valueOf(row.getString("tier").toUpperCase(Locale.ROOT)),
                row.getString("plan"),
                row.getString("hosting").equals("dedicated"),
                Micros.decimal(row.getLong("total")),
                byType,
                Micros.decimal(row.getLong("before")),
                figures(row));
    }

    private static UsedFigures figures(ResultSet row) throws SQLException {
        return new UsedFigures(
                row.getLong("requests"),
                row.getLong("orders"),
                row.getLong("active_users"),
                row.getLong("stored_byte_hours"),
                row.getLong("file_byte_hours"),
                row.getLong("egress_bytes"),
                row.getLong("query_millis"),
                row.getLong("cache_hits"),
                row.getLong("cache_misses"));
    }
}
