package io.tenantlens.api.insight.feature;

import io.tenantlens.api.directory.Tenant;
import io.tenantlens.cost.tenant.TenantId;
import java.time.LocalDate;
import java.util.Map;

/**
 * A row of the matrix.
 *
 * @param lastUsed by the name of the feature, the tenant's local day; a feature that was never used is left out
 */
public record FeatureUser(TenantId tenant, String name, Tenant.Tier tier, Map<String, LocalDate> lastUsed) {

    public FeatureUser {
        lastUsed = Map.copyOf(lastUsed);
    }
}
