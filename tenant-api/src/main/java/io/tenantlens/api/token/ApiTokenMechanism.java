package io.tenantlens.api.token;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes {@code Authorization: Bearer tl_…}; every other bearer token is left to OIDC. */
@ApplicationScoped
public class ApiTokenMechanism implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer ";

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        var secret = secret(request);
        return secret.isEmpty()
                ? Uni.createFrom().optional(Optional.empty())
                : identities.authenticate(new ApiTokenRequest(secret.get()));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return secret(request).isEmpty()
                ? Uni.createFrom().optional(Optional.empty())
                : Uni.createFrom()
                        .item(new ChallengeData(HttpResponseStatus.UNAUTHORIZED.code(), "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(ApiTokenRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer-api-token"));
    }

    /** Before OIDC, which would take the token for a broken JWT. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1_000;
    }

    private static Optional<String> secret(RoutingContext request) {
        @Nullable String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        return header != null
                        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                        && header.startsWith(TokenSecrets.PREFIX, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()))
                : Optional.empty();
    }
}
