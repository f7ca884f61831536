package io.tenantlens.api.alert.intake;

import io.tenantlens.api.access.StaffDatabase;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.audit.AuditEntry;
import io.tenantlens.api.audit.AuditTrail;
import io.tenantlens.api.database.WorkerDatabase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Messages that could not be read, kept until staff read them again or put them aside. */
@Singleton
public class DeadLetters {

    private static final int SHOWN = 100;

    /** A message that could not be read, and why. */
    public record Letter(UUID id, String payload, String reason, Instant receivedAt, int times) {}

    private final StaffDatabase database;
    private final WorkerDatabase workers;
    private final AlertIntake intake;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    DeadLetters(StaffDatabase database, WorkerDatabase workers, AlertIntake intake, AuditTrail trail, Clock clock) {
        this.database = database;
        this.workers = workers;
        this.intake = intake;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those not settled yet, the latest first, at most a hundred. */
    public List<Letter> open(StaffScope scope) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery("""
                                SELECT letter_id, payload, reason, received_at, times FROM alert_dead_letters
                                WHERE settled_at IS NULL ORDER BY last_received_at DESC LIMIT :most""")
                        .bind("most", SHOWN)
                        .map((row, _) -> letter(row))
                        .list());
    }

    /**
     * Takes a letter in as if it came now, which is a worker's task. Empty if there is no such open letter; otherwise what became
     * of it: with all its alerts read it is settled in the same transaction.
     */
    public Optional<Intake> replay(StaffScope scope, UUID id) {
        return workers.inTransaction(handle -> locked(handle, id).map(letter -> replay(handle, scope, letter)));
    }

    private Intake replay(Handle handle, StaffScope scope, Letter letter) {
        var now = clock.instant();
        var parts = intake.read(letter.payload(), now);
        if (parts.poison().isEmpty()) {
            intake.store(handle, parts.alerts(), now);
            settle(handle, scope, letter.id(), "replayed");
        }
        return new Intake(
                parts.poison().isEmpty() ? parts.alerts().size() : 0,
                parts.poison().size());
    }

    /** Puts a letter aside for good; false if there is no such open letter. */
    public boolean discard(StaffScope scope, UUID id) {
        return database.inTransaction(scope, handle -> settle(handle, scope, id, "discarded"));
    }

    /** Keeps a message in the transaction of its arrival. The same content again is counted, and open again if it was settled. */
    static void keep(Handle handle, String payload, String reason, Instant receivedAt) {
        var content = payload.getBytes(StandardCharsets.UTF_8);
        handle.createUpdate("""
                        INSERT INTO alert_dead_letters AS l (content_hash, payload, reason, received_at, last_received_at)
                        VALUES (:hash, :payload, :reason, :now, :now)
                        ON CONFLICT (content_hash) DO UPDATE SET times = l.times + 1, last_received_at = excluded.last_received_at,
                            reason = excluded.reason, settled_at = NULL, settled_how = NULL""")
                .bind("hash", sha256(content))
                .bind("payload", content)
                .bind("reason", reason)
                .bind("now", receivedAt.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static Optional<Letter> locked(Handle handle, UUID id) {
        return handle.createQuery("""
                        SELECT letter_id, payload, reason, received_at, times FROM alert_dead_letters
                        WHERE letter_id = :id AND settled_at IS NULL FOR UPDATE""")
                .bind("id", id)
                .map((row, _) -> letter(row))
                .findOne();
    }

    private boolean settle(Handle handle, StaffScope scope, UUID id, String how) {
        int settled = handle.createUpdate("""
                        UPDATE alert_dead_letters SET settled_at = :now, settled_how = :how
                        WHERE letter_id = :id AND settled_at IS NULL""")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("how", how)
                .bind("id", id)
                .execute();
        if (settled == 1) {
            trail.record(handle, AuditEntry.of(scope, "alert.letter-" + how, Map.of("letter", id.toString())));
        }
        return settled == 1;
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                row.getObject("letter_id", UUID.class),
                new String(row.getBytes("payload"), StandardCharsets.UTF_8),
                row.getString("reason"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getInt("times"));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
