package io.tenantlens.api.access;

import io.tenantlens.cost.tenant.TenantId;
import java.util.Set;

/** Scopes without a verified identity, for tests alone. */
public final class TestScopes {

    private TestScopes() {}

    /** A tenant's admin, who may change things. */
    public static TenantScope tenant(TenantId tenant) {
        return new TenantScope(tenant, caller(Role.TENANT_ADMIN, Set.of(tenant)), Access.WRITE);
    }

    /** A member of staff looking at a tenant. */
    public static TenantScope viewedByStaff(TenantId tenant) {
        return new TenantScope(tenant, caller(Role.STAFF_SUPPORT, Set.of()), Access.READ);
    }

    /** A staff admin, who may change things. */
    public static StaffScope staff() {
        return staff(Area.TENANTS);
    }

    /** A staff admin with the right to an area, and to change it. */
    public static StaffScope staff(Area area) {
        return new StaffScope(caller(Role.STAFF_ADMIN, Set.of()), area, Access.WRITE);
    }

    private static Caller caller(Role role, Set<TenantId> tenants) {
        return new Caller(new Actor("test", role.claim(), null), Set.of(role), tenants);
    }
}
