package io.tenantlens.api.audit;

import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** The trail as staff read it. */
@Singleton
public class AuditQueries {

    /** So many records at most, whatever is asked for. */
    public static final int MOST = 500;

    private final StaffDatabase database;

    @Inject
    public AuditQueries(StaffDatabase database) {
        this.database = database;
    }

    /** The newest records first; the next page starts before the last position of this one. */
    public List<AuditRecord> find(StaffScope scope, AuditSearch search, int limit) {
        checkArea(scope);
        return database.inTransaction(
                scope,
                handle -> query(handle, search)
                        .bind("limit", Math.clamp(limit, 1, MOST))
                        .map((row, _) -> record(row))
                        .list());
    }

    /** Each action that was ever recorded, by jumping along the index from one to the next. */
    public List<String> actions(StaffScope scope) {
        checkArea(scope);
        return database.inTransaction(
                scope, handle -> handle.createQuery("""
                    WITH RECURSIVE known AS (
                        (SELECT action FROM audit_records ORDER BY action LIMIT 1)
                        UNION ALL
                        SELECT (SELECT r.action FROM audit_records r WHERE r.action > k.action ORDER BY r.action LIMIT 1)
                        FROM known k WHERE k.action IS NOT NULL)
                    SELECT action FROM known WHERE action IS NOT NULL\
                    """).mapTo(String.class).list());
    }

    private static void checkArea(StaffScope scope) {
        if (scope.area() != Area.AUDIT) {
            throw new IllegalArgumentException("the audit trail needs a scope for it, not for " + scope.area());
        }
    }

    /** Only the filters that are set stand in the text, so that each search finds its index. */
    private static Query query(Handle handle, AuditSearch search) {
        var sql = new StringBuilder("""
            SELECT r.position, r.at, r.subject_id, coalesce(s.name, s.subject) AS actor_name, r.action, r.tenant_id, r.detail
            FROM audit_records r LEFT JOIN audit_subjects s USING (subject_id)
            WHERE r.position < :before\
            """);
        narrow(sql, search.tenant(), " AND r.tenant_id = :tenant");
        narrow(sql, search.action(), " AND r.action = :action");
        narrow(sql, search.from(), " AND r.at >= :from");
        narrow(sql, search.until(), " AND r.at < :until");
        narrow(
                sql,
                search.actor(),
                " AND (r.subject_id::text = :actor OR r.subject_id = ANY (ARRAY(SELECT subject_id FROM audit_subjects"
                        + " WHERE subject = :actor OR starts_with(lower(name), lower(:actor)))))");
        return handle.createQuery(sql.append(" ORDER BY r.position DESC LIMIT :limit"))
                .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .bind("before", search.before())
                .bind("tenant", search.tenant())
                .bind("action", search.action())
                .bind("actor", search.actor())
                .bind("from", utc(search.from()))
                .bind("until", utc(search.until()));
    }

    private static void narrow(StringBuilder sql, @Nullable Object filter, String condition) {
        if (filter != null) {
            sql.append(condition);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static AuditRecord record(ResultSet row) throws SQLException {
        return new AuditRecord(
                row.getLong("position"),
                row.getTimestamp("at").toInstant(),
                row.getObject("subject_id", UUID.class),
                row.getString("actor_name"),
                row.getString("action"),
                row.getString("tenant_id"),
                row.getString("detail"));
    }
}
