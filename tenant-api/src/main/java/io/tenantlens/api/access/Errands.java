package io.tenantlens.api.access;

import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Scopes for what the portal does by itself on behalf of one tenant, such as its scheduled reports: read only, and through
 * the login of tenants, so that a mistake in such a job still sees no other tenant. Never used to answer a person.
 */
@Singleton
public class Errands {

    private static final String ISSUER = "tenantlens";

    /** The tenant's own rights to read; the errand names the job, as who acts. */
    public TenantScope forTenant(TenantId tenant, String errand) {
        var caller = new Caller(new Actor(ISSUER, errand, null), List.of(Role.TENANT_ADMIN), Set.of(tenant));
        return new TenantScope(tenant, caller, Access.READ);
    }
}
