package io.tenantlens.portal.ingest;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.tenantlens.api.ingest.admission.IngestCallers;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Singleton;

/** Makes the test's identity what an API token of {@link #TENANT} gives. */
@Singleton
class OwnTenantToken implements SecurityIdentityAugmentor {

    static final TenantId TENANT = new TenantId("http-acorn");

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!identity.hasRole(IngestCallers.OWN_TENANT)) {
            return Uni.createFrom().item(identity);
        }
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder(identity)
                        .addAttribute(IngestCallers.TENANT_ATTRIBUTE, TENANT)
                        .build());
    }
}
