package io.tenantlens.api.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A record as the chain sees it: what its hash covers, and the hashes. */
record ChainedRecord(
        long position,
        Instant at,
        String subjectId,
        String action,
        @Nullable String tenant,
        String detail,
        String previousHash,
        String hash) {

    private static final HexFormat HEX = HexFormat.of();

    static ChainedRecord read(ResultSet row) throws SQLException {
        return new ChainedRecord(
                row.getLong("position"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("subject_id"),
                row.getString("action"),
                row.getString("tenant_id"),
                row.getString("detail"),
                HEX.formatHex(row.getBytes("previous_hash")),
                HEX.formatHex(row.getBytes("hash")));
    }

    /** What comes before the first record. */
    static String genesis() {
        return sha256("tenantlens audit trail".getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whether this record follows the one with that hash. Computes here what {@code audit_hash} computes in the database, so
     * that a changed function can not hide a change.
     */
    boolean follows(String previous) {
        var covered = String.join(
                "\u001f",
                Long.toString(position),
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)),
                subjectId,
                action,
                tenant == null ? "" : tenant,
                detail);
        return previousHash.equals(previous)
                && hash.equals(sha256(HEX.parseHex(previous), covered.getBytes(StandardCharsets.UTF_8)));
    }

    private static String sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return HEX.formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
