package io.tenantlens.api.directory;

import java.util.List;

/** One page of the tenants that were found, and how many there are on all pages. */
public record TenantPage(List<TenantActivity> tenants, long found) {

    public TenantPage {
        tenants = List.copyOf(tenants);
    }
}
