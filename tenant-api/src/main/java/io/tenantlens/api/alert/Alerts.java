package io.tenantlens.api.alert;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TenantScope;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;

/** Alerts for whom they concern: a tenant sees those of its own that are meant for it, staff see all. */
@Singleton
public class Alerts {

    private static final Duration FLAPPING_WINDOW = Duration.ofHours(24);
    private static final int FLAPPING_TIMES = 4;

    /** An alert that was on several times within a day. */
    public record Flapping(TenantId tenant, String name, int times) {}

    private final TenantDatabase tenants;
    private final StaffDatabase staff;
    private final Clock clock;

    @Inject
    public Alerts(TenantDatabase tenants, StaffDatabase staff, Clock clock) {
        this.tenants = tenants;
        this.staff = staff;
        this.clock = clock;
    }

    /** Those on first, then the latest first. */
    public List<StoredAlert> find(TenantScope scope, AlertFilter filter) {
        var own = filter.of(scope.tenant());
        return tenants.inTransaction(scope, handle -> find(handle, own, "AND audience = 'tenant'"));
    }

    /** Those on first, then the latest first. */
    public List<StoredAlert> find(StaffScope scope, AlertFilter filter) {
        return staff.inTransaction(scope, handle -> find(handle, filter, ""));
    }

    public Optional<StoredAlert> find(StaffScope scope, UUID id) {
        return staff.inTransaction(
                scope,
                handle -> handle.createQuery("SELECT " + StoredAlert.COLUMNS + " FROM alerts WHERE alert_id = :id")
                        .bind("id", id)
                        .map((row, _) -> StoredAlert.of(row))
                        .findOne());
    }

    /** What went on four times or more within the last day, the most often first. */
    public List<Flapping> flapping(StaffScope scope) {
        return staff.inTransaction(
                scope,
                handle -> handle.createQuery("""
                    SELECT tenant_id, alertname, count(*) AS times FROM alerts WHERE starts_at > :since
                    GROUP BY tenant_id, alertname, fingerprint HAVING count(*) >= :times
                    ORDER BY times DESC, alertname, tenant_id LIMIT 20\
                    """)
                        .bind("since", clock.instant().minus(FLAPPING_WINDOW).atOffset(ZoneOffset.UTC))
                        .bind("times", FLAPPING_TIMES)
                        .map((row, _) -> new Flapping(
                                new TenantId(row.getString("tenant_id")),
                                row.getString("alertname"),
                                row.getInt("times")))
                        .list());
    }

    /** When those who tell of alerts were last heard of. */
    public List<AlertSource> sources(StaffScope scope) {
        return staff.inTransaction(scope, AlertSources::all);
    }

    /** Since when a tenant's alerts may be out of date because a source of them is silent; empty if none is. */
    public Optional<Instant> staleSince(TenantScope scope) {
        return tenants.inTransaction(scope, AlertSources::all).stream()
                .filter(source -> source.isStale(clock.instant()))
                .map(source -> Optional.ofNullable(source.answeredAt()).orElse(Instant.EPOCH))
                .min(Comparator.naturalOrder());
    }

    private static List<StoredAlert> find(Handle handle, AlertFilter filter, String audience) {
        return handle.configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .createQuery("SELECT " + StoredAlert.COLUMNS + " FROM alerts WHERE true " + audience
                        + (filter.tenant() == null ? "" : " AND tenant_id = :tenant")
                        + (filter.severity() == null ? "" : " AND severity = :severity")
                        + state(filter)
                        + " ORDER BY (ended_at IS NULL) DESC, starts_at DESC, alert_id LIMIT :limit")
                .bind("tenant", filter.tenant() == null ? null : filter.tenant().value())
                .bind("severity", filter.severity())
                .bind("since", filter.since().atOffset(ZoneOffset.UTC))
                .bind("limit", filter.limit())
                .map((row, _) -> StoredAlert.of(row))
                .list();
    }

    private static String state(AlertFilter filter) {
        return switch (filter.state()) {
            case null -> " AND (ended_at IS NULL OR ended_at > :since)";
            case FIRING -> " AND ended_at IS NULL";
            case RESOLVED -> " AND ended_at > :since";
        };
    }
}
