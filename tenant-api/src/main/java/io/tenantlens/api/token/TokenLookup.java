package io.tenantlens.api.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tenantlens.api.database.WorkerDatabase;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds whom a token speaks for, before any tenant is known. What it finds, or finds missing, holds for a few seconds: so
 * long may a revoked token go on.
 */
@Singleton
class TokenLookup {

    private final WorkerDatabase database;
    private final Clock clock;
    private final Cache<ByteBuffer, Optional<TokenHolder>> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();

    @Inject
    TokenLookup(WorkerDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<TokenHolder> find(String secret) {
        if (!TokenSecrets.isWellFormed(secret)) {
            return Optional.empty();
        }
        var hash = TokenSecrets.hash(secret);
        return known.get(ByteBuffer.wrap(hash), _ -> read(hash))
                .filter(holder -> clock.instant().isBefore(holder.expiresAt()));
    }

    /** The index narrows it down; what decides is a comparison that takes the same time wherever two hashes differ. */
    private Optional<TokenHolder> read(byte[] hash) {
        return database.inTransaction(handle -> handle
                .createQuery("""
                        SELECT token_hash, tenant_id, token_id, scopes, expires_at FROM api_tokens
                        WHERE token_hash = :hash AND revoked_at IS NULL""")
                .bind("hash", hash)
                .map((row, _) -> Map.entry(
                        row.getBytes("token_hash"),
                        new TokenHolder(
                                new TenantId(row.getString("tenant_id")),
                                row.getObject("token_id", UUID.class),
                                ApiTokens.scopes(row),
                                row.getTimestamp("expires_at").toInstant())))
                .stream()
                .filter(found -> MessageDigest.isEqual(found.getKey(), hash))
                .map(Map.Entry::getValue)
                .findFirst());
    }
}
