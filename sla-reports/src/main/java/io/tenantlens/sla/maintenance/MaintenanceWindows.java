package io.tenantlens.sla.maintenance;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TenantScope;
import io.tenantlens.api.audit.AuditEntry;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.problem.FieldError;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.Period;
import io.tenantlens.sla.reading.Maintenance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Plans, cancels and lists maintenance. */
@Singleton
public class MaintenanceWindows {

    private static final int MOST_LISTED = 200;
    private static final String COLUMNS = "tenant_id, window_id, title, announced_at, starts_at, ends_at, cancelled_at";

    private final StaffDatabase staff;
    private final TenantDatabase tenants;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public MaintenanceWindows(StaffDatabase staff, TenantDatabase tenants, AuditTrail trail, Clock clock) {
        this.staff = staff;
        this.tenants = tenants;
        this.trail = trail;
        this.clock = clock;
    }

    /** What ends after an instant, cancelled ones included, the latest first. */
    public List<MaintenanceWindow> since(StaffScope scope, Instant from) {
        return staff.inTransaction(
                scope,
                handle -> handle.createQuery(
                                "SELECT " + COLUMNS
                                        + " FROM maintenance_windows WHERE ends_at > :from ORDER BY starts_at DESC, window_id LIMIT :most")
                        .bind("from", from.atOffset(ZoneOffset.UTC))
                        .bind("most", MOST_LISTED)
                        .map((row, _) -> window(row))
                        .list());
    }

    /** What is announced to a tenant and has not ended, the next first. */
    public List<MaintenanceWindow> ahead(TenantScope scope) {
        return tenants.inTransaction(
                scope,
                handle -> handle.createQuery("SELECT " + COLUMNS + """
                                 FROM maintenance_windows
                                WHERE tenant_id IN (:tenant, '_platform') AND cancelled_at IS NULL AND ends_at > :now
                                ORDER BY starts_at, window_id LIMIT :most""")
                        .bind("tenant", scope.tenant().value())
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .bind("most", MOST_LISTED)
                        .map((row, _) -> window(row))
                        .list());
    }

    /** Announces maintenance; errors say which fields are wrong. Empty means that it is announced. */
    public List<FieldError> plan(StaffScope scope, MaintenanceDraft draft) {
        var reader = new MaintenanceReader(clock.instant());
        var read = reader.read(draft);
        return read.isEmpty()
                ? reader.errors()
                : staff.inTransaction(scope, handle -> announce(handle, scope, read.get()));
    }

    private List<FieldError> announce(Handle handle, StaffScope scope, Maintenance work) {
        var inserted = handle.createUpdate("""
                        INSERT INTO maintenance_windows (tenant_id, title, announced_at, starts_at, ends_at)
                        SELECT tenant_id, :title, :now, :start, :end FROM tenants WHERE tenant_id = :tenant""")
                .bind("tenant", work.of().value())
                .bind("title", work.title())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("start", work.period().start().atOffset(ZoneOffset.UTC))
                .bind("end", work.period().end().atOffset(ZoneOffset.UTC))
                .execute();
        if (inserted == 0) {
            return List.of(new FieldError("/tenant", "There is no tenant " + work.of() + "."));
        }
        trail.record(handle, entry(scope, "maintenance.announced", work));
        return List.of();
    }

    /** Takes maintenance back before it begins; false if there is none to take back. */
    public boolean cancel(StaffScope scope, long id) {
        return staff.inTransaction(scope, handle -> {
            var cancelled = handle.createQuery("UPDATE maintenance_windows SET cancelled_at = :now"
                            + " WHERE window_id = :id AND cancelled_at IS NULL AND starts_at > :now RETURNING "
                            + COLUMNS)
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .bind("id", id)
                    .map((row, _) -> window(row))
                    .findOne();
            cancelled.ifPresent(window -> trail.record(handle, entry(scope, "maintenance.cancelled", window.work())));
            return cancelled.isPresent();
        });
    }

    private static AuditEntry entry(StaffScope scope, String action, Maintenance work) {
        var entry = AuditEntry.of(
                scope,
                action,
                Map.of(
                        "start", work.period().start().toString(),
                        "end", work.period().end().toString()));
        return work.of().equals(TenantId.PLATFORM) ? entry : entry.about(work.of());
    }

    private static MaintenanceWindow window(ResultSet row) throws SQLException {
        var cancelled = row.getObject("cancelled_at", OffsetDateTime.class);
        return new MaintenanceWindow(
                row.getLong("window_id"),
                new Maintenance(
                        new TenantId(row.getString("tenant_id")),
                        row.getString("title"),
                        new Period(instant(row, "starts_at"), instant(row, "ends_at"))),
                instant(row, "announced_at"),
                cancelled == null ? null : cancelled.toInstant());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
