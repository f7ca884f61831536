package io.tenantlens.portal.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.tenantlens.api.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Believes what a test claims. */
@ApplicationScoped
public class TestIdentities implements IdentityProvider<TestCallers.Claim> {

    @Override
    public Class<TestCallers.Claim> getRequestType() {
        return TestCallers.Claim.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(TestCallers.Claim claim, AuthenticationRequestContext context) {
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("test-" + claim.role()))
                .addAttribute(Caller.TENANT, claim.tenant());
        if (!claim.role().isEmpty()) {
            identity.addRole(claim.role());
        }
        return Uni.createFrom().item(identity.build());
    }
}
