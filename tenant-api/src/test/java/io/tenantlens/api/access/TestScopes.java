package io.tenantlens.api.access;

import io.tenantlens.cost.tenant.TenantId;

/** Scopes without a verified identity, for tests alone. */
public final class TestScopes {

    private TestScopes() {}

    public static TenantScope tenant(TenantId tenant) {
        return new TenantScope(tenant, false);
    }

    public static StaffScope staff() {
        return new StaffScope("test");
    }
}
