package io.tenantlens.api.directory;

import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of the directory. */
final class DirectoryQueries {

    private static final String COLUMNS =
            "tenant_id, name, tier, hosting, plan, status, currency, locale, time_zone, signed_up_on, churned_on";

    /** Measures only the tenants of the page: for all of them it would read their whole week. */
    private static final String ACTIVITY = """
            SELECT t.*, week.requests, week.failed, latest.hour_start AS last_seen
            FROM found t
            LEFT JOIN LATERAL (
                SELECT sum(quantity) AS requests,
                       sum(quantity) FILTER (WHERE dimensions ->> 'status' LIKE '5%') AS failed
                FROM usage_day d
                WHERE d.tenant_id = t.tenant_id AND d.meter = 'requests'
                  AND d.day > (:now AT TIME ZONE t.time_zone)::date - 7) week ON true
            LEFT JOIN LATERAL (
                SELECT hour_start FROM usage_hour h
                WHERE h.tenant_id = t.tenant_id AND h.meter = 'requests' AND h.quantity > 0
                  AND h.hour_start BETWEEN :now - interval '35 days' AND :now
                ORDER BY hour_start DESC LIMIT 1) latest ON true
            """;

    private final Handle handle;

    DirectoryQueries(Handle handle) {
        this.handle = handle;
    }

    Optional<TenantActivity> activity(TenantId tenant, Instant now) {
        return handle.createQuery(
                        "WITH found AS (SELECT " + COLUMNS + " FROM tenants WHERE tenant_id = :tenant) " + ACTIVITY)
                .bind("tenant", tenant.value())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map((row, _) -> activity(row))
                .findOne();
    }

    TenantPage search(TenantSearch search, Instant now) {
        var order = search.order().column() + " " + search.direction() + ", tenant_id";
        var rows = handle.createQuery("WITH found AS MATERIALIZED (SELECT " + COLUMNS
                        + ", row_number() OVER (ORDER BY " + order + ") AS place, count(*) OVER () AS found"
                        + " FROM tenants WHERE " + filter(search)
                        + " ORDER BY place LIMIT :size OFFSET :offset) " + ACTIVITY + " ORDER BY place")
                .bind("text", "%" + escaped(search.text()) + "%")
                .bind("tier", search.tier())
                .bind("status", search.status())
                .bind("size", search.size())
                .bind("offset", search.offset())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map((row, _) -> new Found(activity(row), row.getLong("found")))
                .list();
        var found = rows.isEmpty() ? 0 : rows.getFirst().total();
        return new TenantPage(rows.stream().map(Found::tenant).toList(), found);
    }

    private record Found(TenantActivity tenant, long total) {}

    private static String filter(TenantSearch search) {
        return "tenant_id <> '_platform'"
                + (search.text().isEmpty() ? "" : " AND (lower(name) LIKE lower(:text) OR tenant_id LIKE lower(:text))")
                + (search.tier() == null ? "" : " AND tier = :tier")
                + (search.status() == null ? "" : " AND status = :status");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static TenantActivity activity(ResultSet row) throws SQLException {
        var seen = row.getObject("last_seen", OffsetDateTime.class);
        BigDecimal requests = row.getBigDecimal("requests");
        BigDecimal failed = row.getBigDecimal("failed");
        return new TenantActivity(
                TenantRows.tenant(row),
                requests,
                requests != null && failed == null ? BigDecimal.ZERO : failed,
                seen == null ? null : seen.toInstant());
    }
}
