package io.tenantlens.api.access;

import io.tenantlens.cost.tenant.TenantId;

/** Proof that the caller may read this tenant's data. Only {@link TenantAccess} hands it out. */
public final class TenantScope {

    private final TenantId tenant;
    private final boolean viewedByStaff;

    TenantScope(TenantId tenant, boolean viewedByStaff) {
        this.tenant = tenant;
        this.viewedByStaff = viewedByStaff;
    }

    public TenantId tenant() {
        return tenant;
    }

    /** True where a member of staff looks at the tenant's own pages: the page says so, and nothing can be changed. */
    public boolean viewedByStaff() {
        return viewedByStaff;
    }
}
