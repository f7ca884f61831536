package io.tenantlens.sla.incident;

import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.Period;
import io.tenantlens.sla.incident.Incident.Kind;
import io.tenantlens.sla.indicator.Availability;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of incidents. */
final class IncidentTable {

    private IncidentTable() {}

    /** What overlaps a period, of all tenants or of one, the latest first. */
    static List<Incident> during(Handle handle, Period period, Optional<TenantId> tenant, int most) {
        return handle.createQuery("""
            SELECT * FROM sla_incidents
            WHERE starts_at < :end AND ends_at > :start AND (:tenant::text IS NULL OR tenant_id = :tenant)
            ORDER BY starts_at DESC, tenant_id, kind LIMIT :most\
            """)
                .bind("start", period.start().atOffset(ZoneOffset.UTC))
                .bind("end", period.end().atOffset(ZoneOffset.UTC))
                .bind("tenant", tenant.map(TenantId::value).orElse(null))
                .bind("most", most)
                .map((row, _) -> incident(row))
                .list();
    }

    static void insert(Handle handle, Found found, Instant now) {
        handle.createUpdate("""
            INSERT INTO sla_incidents (tenant_id, kind, starts_at, ends_at, bad_hours, affected, total, derived_at)
            VALUES (:tenant, :kind, :start, :end, :hours, :affected, :total, :now)\
            """)
                .bind("tenant", found.tenant().value())
                .bind("kind", found.kind().name().toLowerCase(Locale.ROOT))
                .bind("start", found.period().start().atOffset(ZoneOffset.UTC))
                .bind("end", found.period().end().atOffset(ZoneOffset.UTC))
                .bind("hours", found.hours())
                .bind("affected", found.counted().bad())
                .bind("total", found.counted().total())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    static void update(Handle handle, Incident incident, Found found, Instant now) {
        handle.createUpdate("""
            UPDATE sla_incidents SET starts_at = :start, ends_at = :end, bad_hours = :hours, affected = :affected, total = :total,
                derived_at = :now, withdrawn_at = NULL
            WHERE tenant_id = :tenant AND incident_id = :id\
            """)
                .bind("tenant", incident.tenant().value())
                .bind("id", incident.id())
                .bind("start", found.period().start().atOffset(ZoneOffset.UTC))
                .bind("end", found.period().end().atOffset(ZoneOffset.UTC))
                .bind("hours", found.hours())
                .bind("affected", found.counted().bad())
                .bind("total", found.counted().total())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    static void delete(Handle handle, Incident incident) {
        handle.execute(
                "DELETE FROM sla_incidents WHERE tenant_id = ? AND incident_id = ?",
                incident.tenant().value(),
                incident.id());
    }

    static void withdraw(Handle handle, Incident incident, Instant now) {
        handle.execute(
                "UPDATE sla_incidents SET withdrawn_at = ? WHERE tenant_id = ? AND incident_id = ? AND withdrawn_at IS"
                        + " NULL",
                now.atOffset(ZoneOffset.UTC),
                incident.tenant().value(),
                incident.id());
    }

    /** Whether there is such an incident. */
    static boolean write(
            Handle handle, TenantId tenant, long id, @Nullable String note, @Nullable Instant publishedAt) {
        return handle.createUpdate("UPDATE sla_incidents SET note = :note, published_at = :published"
                                + " WHERE tenant_id = :tenant AND incident_id = :id")
                        .bind("tenant", tenant.value())
                        .bind("id", id)
                        .bind("note", note)
                        .bind("published", publishedAt == null ? null : publishedAt.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    private static Incident incident(ResultSet row) throws SQLException {
        var total = row.getBigDecimal("total");
        return new Incident(
                new TenantId(row.getString("tenant_id")),
                row.getLong("incident_id"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new Period(instant(row, "starts_at"), instant(row, "ends_at")),
                row.getInt("bad_hours"),
                new Availability(total.subtract(row.getBigDecimal("affected")), total),
                row.getString("note"),
                orNull(row, "published_at"),
                orNull(row, "withdrawn_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
