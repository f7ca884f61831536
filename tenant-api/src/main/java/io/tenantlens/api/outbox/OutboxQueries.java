package io.tenantlens.api.outbox;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.audit.AuditEntry;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What staff see of the outbox, and how they have a parked message tried again. */
@Singleton
public class OutboxQueries {

    private static final String COLUMNS =
            "message_id, tenant_id, kind, title, state, attempts, created_at, due_at, ended_at, last_error";

    private final StaffDatabase database;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    OutboxQueries(StaffDatabase database, AuditTrail trail, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /** How many messages are in each state. */
    public Map<OutboxEntry.State, Long> counts(StaffScope scope) {
        var counts = new EnumMap<OutboxEntry.State, Long>(OutboxEntry.State.class);
        for (var state : OutboxEntry.State.values()) {
            counts.put(state, 0L);
        }
        database.inTransaction(
                scope,
                handle -> handle.createQuery("SELECT state, count(*) AS number FROM outbox GROUP BY state")
                        .map((row, _) -> counts.put(state(row), row.getLong("number")))
                        .list());
        return counts;
    }

    /** The messages of one state, those that changed or are due last first. */
    public List<OutboxEntry> entries(StaffScope scope, OutboxEntry.State state, int most) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery("SELECT " + COLUMNS + " FROM outbox WHERE state = :state"
                                + " ORDER BY coalesce(ended_at, due_at) DESC, message_id LIMIT :most")
                        .bind("state", state.name().toLowerCase(Locale.ROOT))
                        .bind("most", most)
                        .map((row, _) -> entry(row))
                        .list());
    }

    /** Has a parked message tried again, with all attempts before it. False if there is no such parked message. */
    public boolean tryAgain(StaffScope scope, UUID id) {
        return database.inTransaction(scope, handle -> {
            var tenant = release(handle, id);
            if (tenant != null) {
                var entry = AuditEntry.of(scope, "outbox.tried-again", Map.of("message", id.toString()));
                trail.record(handle, tenant.equals(Outbox.PLATFORM) ? entry : entry.about(new TenantId(tenant)));
            }
            return tenant != null;
        });
    }

    private @Nullable String release(Handle handle, UUID id) {
        return handle.createQuery("""
            UPDATE outbox SET state = 'pending', ended_at = NULL, attempts = 0, due_at = :now
            WHERE message_id = :id AND state = 'parked' RETURNING tenant_id\
            """)
                .bind("now", clock.instant())
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    private static OutboxEntry entry(ResultSet row) throws SQLException {
        return new OutboxEntry(
                row.getObject("message_id", UUID.class),
                row.getString("tenant_id"),
                row.getString("kind"),
                row.getString("title"),
                state(row),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                row.getString("last_error"));
    }

    private static OutboxEntry.State state(ResultSet row) throws SQLException {
        return OutboxEntry.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
