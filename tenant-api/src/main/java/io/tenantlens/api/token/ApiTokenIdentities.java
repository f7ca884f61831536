package io.tenantlens.api.token;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.tenantlens.api.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives the holder of an API token the roles of its scopes, bound to the token's tenant. */
@ApplicationScoped
class ApiTokenIdentities implements IdentityProvider<ApiTokenRequest> {

    private final TokenLookup lookup;

    @Inject
    ApiTokenIdentities(TokenLookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public Class<ApiTokenRequest> getRequestType() {
        return ApiTokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(ApiTokenRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> lookup.find(request.secret())
                .map(ApiTokenIdentities::identity)
                .orElseThrow(() -> new AuthenticationFailedException("unknown, expired or revoked API token")));
    }

    private static SecurityIdentity identity(TokenHolder holder) {
        var builder = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("api-token:" + holder.tokenId()))
                .addAttribute(Caller.TENANT, holder.tenant());
        holder.scopes().forEach(scope -> builder.addRole(scope.role()));
        return builder.build();
    }
}
