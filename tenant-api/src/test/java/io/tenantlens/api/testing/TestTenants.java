package io.tenantlens.api.testing;

import io.tenantlens.cost.tenant.TenantId;

/** Signs up the tenants of a test. */
public final class TestTenants {

    private TestTenants() {}

    /** A tenant of its own for one test class, as tests share one database. */
    public static TenantId signUp(String name, String timeZone) {
        var tenant = new TenantId(name);
        TestPostgres.shared()
                .as("tenantlens_staff")
                .useHandle(handle -> handle.execute(
                        "INSERT INTO tenants (tenant_id, name, tier, hosting, plan, signed_up_on, time_zone)"
                                + " VALUES (?, ?, 'starter', 'shared', 'starter', '2026-10-01', ?) ON CONFLICT DO NOTHING",
                        name,
                        name,
                        timeZone));
        return tenant;
    }
}
