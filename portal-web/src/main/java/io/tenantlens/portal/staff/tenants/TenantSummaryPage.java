package io.tenantlens.portal.staff.tenants;

import io.tenantlens.portal.layout.PageFrame;
import org.jspecify.annotations.Nullable;

/**
 * One tenant, for staff.
 *
 * @param viewHref the tenant's own pages; null for those who may not look at them
 */
public record TenantSummaryPage(
        PageFrame frame,
        TenantRow tenant,
        String plan,
        String currency,
        String zone,
        String language,
        @Nullable String churned,
        @Nullable String viewHref) {}
