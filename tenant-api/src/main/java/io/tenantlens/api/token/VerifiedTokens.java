package io.tenantlens.api.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Access tokens whose signature and claims were verified a moment ago. A sender shows the same token with every request, and
 * verifying it costs more than reading what came with it. A token is taken for at most as long as an API token that was revoked,
 * and never beyond its own end. Tokens that only the provider itself can judge are not kept.
 */
@Singleton
class VerifiedTokens {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private record Verified(SecurityIdentity identity, Instant until) {}

    private final Clock clock;
    private final Cache<ByteBuffer, Verified> verified =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(KEPT).build();

    @Inject
    VerifiedTokens(Clock clock) {
        this.clock = clock;
    }

    Optional<SecurityIdentity> find(String token) {
        var known = verified.getIfPresent(key(token));
        return known != null && clock.instant().isBefore(known.until) ? Optional.of(known.identity) : Optional.empty();
    }

    void remember(String token, SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken claims) {
            var now = clock.instant();
            var end = Instant.ofEpochSecond(claims.getExpirationTime());
            var until = now.plus(KEPT);
            verified.put(key(token), new Verified(lasting(identity), end.isBefore(until) ? end : until));
        }
    }

    /** The same without the request that it came by. */
    private static SecurityIdentity lasting(SecurityIdentity identity) {
        var builder = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .addPermissions(identity.getPermissions());
        identity.getAttributes().forEach((name, value) -> {
            if (!(value instanceof RoutingContext)) {
                builder.addAttribute(name, value);
            }
        });
        return builder.build();
    }

    /** Hashed, so that how long a look-up takes tells nothing about tokens. */
    private static ByteBuffer key(String token) {
        return ByteBuffer.wrap(TokenSecrets.hash(token));
    }
}
