package io.tenantlens.api.token;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as people see it in the list: never the token itself.
 *
 * @param prefix its first characters, to recognise it
 */
public record ApiToken(
        UUID id,
        String name,
        Set<TokenScope> scopes,
        String prefix,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    public boolean isValidAt(Instant at) {
        return revokedAt == null && at.isBefore(expiresAt);
    }
}
