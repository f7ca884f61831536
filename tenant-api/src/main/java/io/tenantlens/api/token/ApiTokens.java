package io.tenantlens.api.token;

import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TenantScope;
import io.tenantlens.api.audit.AuditEntry;
import io.tenantlens.api.audit.AuditTrail;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The API tokens of a tenant: its admin makes and revokes them, each of which the audit trail remembers. */
@Singleton
public class ApiTokens {

    /** Nobody keeps a token for ever. */
    public static final Duration LONGEST_LIFE = Duration.ofDays(366);

    private static final String COLUMNS = "token_id, name, scopes, prefix, created_at, expires_at, revoked_at";

    private final TenantDatabase database;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    ApiTokens(TenantDatabase database, AuditTrail trail, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /** The newest first, revoked and expired ones included. */
    public List<ApiToken> list(TenantScope scope) {
        return database.inTransaction(
                scope,
                handle -> handle.createQuery(
                                "SELECT " + COLUMNS + " FROM api_tokens ORDER BY created_at DESC, token_id")
                        .map((row, _) -> token(row))
                        .list());
    }

    /**
     * Makes a token; its secret is in the answer and nowhere else.
     *
     * @throws IllegalArgumentException for a blank or over-long name, no scope, or a life longer than {@link #LONGEST_LIFE}
     */
    public NewApiToken create(TenantScope scope, String name, Set<TokenScope> scopes, Duration life) {
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("name must have 1 to 100 characters: " + name);
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a token needs a scope: ingest or read");
        }
        if (!life.isPositive() || life.compareTo(LONGEST_LIFE) > 0) {
            throw new IllegalArgumentException("a token lives at most " + LONGEST_LIFE.toDays() + " days: " + life);
        }
        var secret = TokenSecrets.make();
        return database.inTransaction(scope, handle -> {
            var token = handle.createQuery("""
                            INSERT INTO api_tokens (tenant_id, name, scopes, token_hash, prefix, expires_at)
                            VALUES (current_tenant(), :name, :scopes, :hash, :prefix, :expires)
                            RETURNING\s""" + COLUMNS)
                    .bind("name", name.strip())
                    .bindArray(
                            "scopes",
                            String.class,
                            scopes.stream().map(TokenScope::key).sorted().toArray())
                    .bind("hash", TokenSecrets.hash(secret))
                    .bind("prefix", TokenSecrets.shown(secret))
                    .bind("expires", clock.instant().plus(life))
                    .map((row, _) -> token(row))
                    .one();
            trail.record(
                    handle,
                    AuditEntry.of(
                            scope,
                            "api-token.created",
                            Map.of("token", token.id().toString())));
            return new NewApiToken(token, secret);
        });
    }

    /** Revokes a token for good; it stops working within seconds. False if the tenant has no such token. */
    public boolean revoke(TenantScope scope, UUID id) {
        return database.inTransaction(scope, handle -> {
            int revoked = handle.createUpdate(
                            "UPDATE api_tokens SET revoked_at = coalesce(revoked_at, now()) WHERE token_id = :id")
                    .bind("id", id)
                    .execute();
            if (revoked == 1) {
                trail.record(handle, AuditEntry.of(scope, "api-token.revoked", Map.of("token", id.toString())));
            }
            return revoked == 1;
        });
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        @Nullable Timestamp revoked = row.getTimestamp("revoked_at");
        return new ApiToken(
                row.getObject("token_id", UUID.class),
                row.getString("name"),
                scopes(row),
                row.getString("prefix"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                revoked == null ? null : revoked.toInstant());
    }

    static Set<TokenScope> scopes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("scopes").getArray())
                .map(key -> TokenScope.valueOf(key.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }
}
