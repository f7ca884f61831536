package io.tenantlens.api.directory;

import io.tenantlens.cost.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of the directory. */
final class DirectoryQueries {

    private static final String LISTED = "tenants LEFT JOIN tenant_weeks USING (tenant_id)";

    private final Handle handle;

    DirectoryQueries(Handle handle) {
        this.handle = handle;
    }

    Optional<TenantActivity> activity(TenantId tenant) {
        return handle.createQuery("SELECT * FROM " + LISTED + " WHERE tenant_id = :tenant")
                .bind("tenant", tenant.value())
                .map((row, _) -> activity(row))
                .findOne();
    }

    /** What was not measured comes last either way. */
    TenantPage search(TenantSearch search) {
        var rows = handle.createQuery("SELECT *, count(*) OVER () AS found FROM " + LISTED + " WHERE " + filter(search)
                        + " ORDER BY " + search.order().column() + " " + search.direction()
                        + " NULLS LAST, tenant_id LIMIT :size OFFSET :offset")
                .bind("text", "%" + escaped(search.text()) + "%")
                .bind("tier", search.tier())
                .bind("status", search.status())
                .bind("size", search.size())
                .bind("offset", search.offset())
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
        var seen = row.getObject("last_hour", OffsetDateTime.class);
        return new TenantActivity(
                TenantRows.tenant(row),
                row.getBigDecimal("requests"),
                row.getBigDecimal("failed"),
                seen == null ? null : seen.toInstant());
    }
}
