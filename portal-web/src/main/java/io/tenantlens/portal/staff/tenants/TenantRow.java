package io.tenantlens.portal.staff.tenants;

/** A tenant in the list of staff. */
public record TenantRow(
        String slug,
        String name,
        String tier,
        String hosting,
        boolean active,
        String signedUp,
        String requests,
        String errorRate,
        boolean failing,
        String lastSeen) {}
