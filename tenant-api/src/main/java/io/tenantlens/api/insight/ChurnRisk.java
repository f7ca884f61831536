package io.tenantlens.api.insight;

import io.tenantlens.api.directory.Tenant;
import io.tenantlens.cost.health.ActivityScore.Activity;
import io.tenantlens.cost.tenant.TenantId;

/** A tenant that may leave: its activity score is below the threshold, and why. */
public record ChurnRisk(TenantId tenant, String name, Tenant.Tier tier, double score, Activity activity) {}
