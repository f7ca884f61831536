package io.tenantlens.portal.layout;

import io.tenantlens.api.access.TenantScope;
import io.tenantlens.api.directory.Tenant;
import io.tenantlens.portal.format.Look;

/** A request that proved its right to a page of a tenant, with the frame of that page. */
public record TenantVisit(TenantScope scope, Tenant tenant, PageFrame frame) {

    public Look look() {
        return frame.look();
    }

    /** The URL below which all pages of this tenant are. */
    public String path() {
        return "/t/" + scope.tenant();
    }
}
