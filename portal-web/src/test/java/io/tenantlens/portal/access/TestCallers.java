package io.tenantlens.portal.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** In tests, a header says who calls: roles and tenants, as {@code tenant-admin;acorn}. Rights are then made of it as ever. */
@ApplicationScoped
public class TestCallers implements HttpAuthenticationMechanism {

    static final String HEADER = "X-Test-Caller";

    /** The role and the tenants that a test claims. */
    static final class Claim extends BaseAuthenticationRequest {

        private final String value;

        Claim(String value) {
            this.value = value;
        }

        String role() {
            return value.split(";", -1)[0];
        }

        String tenant() {
            return value.split(";", -1)[1];
        }
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        var claim = request.request().getHeader(HEADER);
        return claim == null ? Uni.createFrom().optional(Optional.empty()) : identities.authenticate(new Claim(claim));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(Claim.class);
    }
}
