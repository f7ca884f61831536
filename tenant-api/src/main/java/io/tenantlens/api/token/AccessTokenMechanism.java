package io.tenantlens.api.token;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
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
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Spares programs that call often the whole verification of the same token each time; else all is left to OIDC. */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.oidc.enabled", stringValue = "true", enableIfMissing = true)
public class AccessTokenMechanism implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer ";

    private final OidcAuthenticationMechanism oidc;
    private final VerifiedTokens verified;

    @Inject
    AccessTokenMechanism(OidcAuthenticationMechanism oidc, VerifiedTokens verified) {
        this.oidc = oidc;
        this.verified = verified;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        var token = token(request);
        if (token.isEmpty()) {
            return Uni.createFrom().optional(Optional.empty());
        }
        var known = verified.find(token.get());
        return known.isPresent()
                ? Uni.createFrom().item(known.get())
                : oidc.authenticate(request, identities)
                        .onItem()
                        .ifNotNull()
                        .invoke(identity -> verified.remember(token.get(), identity));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return token(request).isEmpty() ? Uni.createFrom().optional(Optional.empty()) : oidc.getChallenge(request);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return oidc.getCredentialTransport(request);
    }

    /** After API tokens, before OIDC. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 500;
    }

    /** Only where programs call: what is good for the API is no session of the pages. */
    private static Optional<String> token(RoutingContext request) {
        var path = request.normalizedPath();
        @Nullable String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        return header != null
                        && (path.startsWith("/api/") || path.startsWith("/v1/"))
                        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()))
                : Optional.empty();
    }
}
