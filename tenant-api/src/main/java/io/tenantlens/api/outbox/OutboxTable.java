package io.tenantlens.api.outbox;

import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.cost.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The messages as workers see them. */
final class OutboxTable {

    /** How many wait, and how many were given up. */
    record Counts(long pending, long parked) {}

    private static final int LONGEST_ERROR = 1_000;

    private final WorkerDatabase database;
    private final Clock clock;

    OutboxTable(WorkerDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Takes messages that are due and moves them ahead by the lease, committed before anything is sent: another worker does
     * not see them as due, and if this one dies they are due again when the lease ends.
     */
    List<OutboxMessage> claim(int most, Duration lease) {
        var now = clock.instant();
        return database.inTransaction(handle -> handle.createQuery("""
            UPDATE outbox SET due_at = :until, attempts = attempts + 1
            WHERE (tenant_id, message_id) IN (
                SELECT tenant_id, message_id FROM outbox
                WHERE state = 'pending' AND due_at <= :now
                ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)
            RETURNING message_id, tenant_id, kind, attempts, payload\
            """)
                .bind("now", now)
                .bind("until", now.plus(lease))
                .bind("most", most)
                .map((row, _) -> new OutboxMessage(
                        row.getObject("message_id", UUID.class),
                        new TenantId(row.getString("tenant_id")),
                        row.getString("kind"),
                        row.getInt("attempts"),
                        row.getString("payload")))
                .list());
    }

    void sent(OutboxMessage message) {
        database.useTransaction(handle -> handle.createUpdate("""
            UPDATE outbox SET state = 'sent', ended_at = :now, last_error = NULL
            WHERE tenant_id = :tenant AND message_id = :id AND state = 'pending'\
            """)
                .bind("now", clock.instant())
                .bind("tenant", message.tenant().value())
                .bind("id", message.id())
                .execute());
    }

    void failed(OutboxMessage message, String error, Instant due) {
        database.useTransaction(handle -> handle.createUpdate("""
            UPDATE outbox SET due_at = :due, last_error = :error
            WHERE tenant_id = :tenant AND message_id = :id AND state = 'pending'\
            """)
                .bind("due", due)
                .bind("error", shortened(error))
                .bind("tenant", message.tenant().value())
                .bind("id", message.id())
                .execute());
    }

    void parked(OutboxMessage message, String error) {
        database.useTransaction(handle -> handle.createUpdate("""
            UPDATE outbox SET state = 'parked', ended_at = :now, last_error = :error
            WHERE tenant_id = :tenant AND message_id = :id AND state = 'pending'\
            """)
                .bind("now", clock.instant())
                .bind("error", shortened(error))
                .bind("tenant", message.tenant().value())
                .bind("id", message.id())
                .execute());
    }

    /** Forgets what was in messages delivered before. */
    int forgetContentBefore(Instant before) {
        return database.inTransaction(
                handle -> handle.createUpdate("""
                    UPDATE outbox SET payload = NULL
                    WHERE state = 'sent' AND payload IS NOT NULL AND ended_at < :before\
                    """).bind("before", before).execute());
    }

    Counts counts() {
        return database.inTransaction(handle -> handle.createQuery("""
            SELECT count(*) FILTER (WHERE state = 'pending') AS pending,
                   count(*) FILTER (WHERE state = 'parked') AS parked
            FROM outbox WHERE state IN ('pending', 'parked')\
            """)
                .map((row, _) -> new Counts(row.getLong("pending"), row.getLong("parked")))
                .one());
    }

    private static String shortened(String error) {
        return error.substring(0, Math.min(error.length(), LONGEST_ERROR));
    }
}
