package io.tenantlens.api.audit;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Walks the whole chain and finds the first record that was changed, deleted, inserted or moved, and a cut tail.
 *
 * <p>Whoever can rewrite the whole database can also rewrite the chain and its head; only an anchor that was kept elsewhere
 * shows that.
 */
public final class AuditVerification {

    private static final int FETCH_SIZE = 5_000;

    /** Where a walk along the whole chain begins. */
    static final Verdict.Intact NOTHING = new Verdict.Intact(0, ChainedRecord.genesis());

    private final Jdbi jdbi;

    public AuditVerification(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Checks against anchors as well: hash in hex by position. */
    public Verdict verify(Map<Long, String> anchors) {
        return jdbi.inTransaction(handle -> inOneView(handle, anchors, NOTHING));
    }

    /** The first thing of a transaction, so that records and head are of the same instant; what is proven is not walked again. */
    static Verdict inOneView(Handle handle, Map<Long, String> anchors, Verdict.Intact proven) {
        handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
        return verify(handle, anchors, proven);
    }

    static Verdict verify(Handle handle, Map<Long, String> anchors) {
        return verify(handle, anchors, NOTHING);
    }

    private static Verdict verify(Handle handle, Map<Long, String> anchors, Verdict.Intact proven) {
        long position = proven.records();
        String previous = proven.headHash();
        try (var records = handle.createQuery("SELECT * FROM audit_records WHERE position > :proven ORDER BY position")
                .bind("proven", position)
                .setFetchSize(FETCH_SIZE)
                .map((row, _) -> ChainedRecord.read(row))
                .iterator()) {
            while (records.hasNext()) {
                var record = records.next();
                position++;
                if (record.position() != position) {
                    return new Verdict.Broken(position, "is missing");
                }
                if (!record.follows(previous)) {
                    return new Verdict.Broken(position, "was changed or moved");
                }
                var anchored = anchors.get(position);
                if (anchored != null && !anchored.equals(record.hash())) {
                    return new Verdict.Broken(position, "is not the one that was anchored");
                }
                previous = record.hash();
            }
        }
        return checkEnd(handle, anchors, position, previous);
    }

    private static Verdict checkEnd(Handle handle, Map<Long, String> anchors, long end, String endHash) {
        long furthestAnchor =
                anchors.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        if (furthestAnchor > end) {
            return new Verdict.Broken(
                    end + 1, "is missing, the tail was cut: an anchor tells of record " + furthestAnchor);
        }
        var head = handle.createQuery("SELECT position, hash FROM audit_head")
                .map((row, _) ->
                        Map.entry(row.getLong("position"), HexFormat.of().formatHex(row.getBytes("hash"))))
                .findOne();
        if (!head.equals(Optional.of(Map.entry(end, endHash)))) {
            return new Verdict.Broken(end + 1, "is missing, the tail was cut: the head of the chain is another");
        }
        return new Verdict.Intact(end, endHash);
    }
}
