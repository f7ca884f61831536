package io.tenantlens.api.access;

import io.tenantlens.cost.tenant.TenantId;

/** Proof that the caller may read this tenant's data, and change it if asked for. Only {@link TenantAccess} hands it out. */
public final class TenantScope {

    private final TenantId tenant;
    private final Caller caller;
    private final Access access;

    TenantScope(TenantId tenant, Caller caller, Access access) {
        this.tenant = tenant;
        this.caller = caller;
        this.access = access;
    }

    public TenantId tenant() {
        return tenant;
    }

    /** Who acts, for the audit trail. */
    public Actor actor() {
        return caller.actor();
    }

    /** True where a member of staff looks at the tenant's own pages: the page shows a banner. */
    public boolean viewedByStaff() {
        return !caller.isOf(tenant);
    }

    /** True where the right to change was asked for and given; without it the database refuses changes, too. */
    public boolean mayChange() {
        return access == Access.WRITE;
    }

    /** Whether the caller has another right for the same tenant: to show or hide a link. */
    public boolean may(Area area, Access needed) {
        return caller.may(tenant, area, needed);
    }
}
