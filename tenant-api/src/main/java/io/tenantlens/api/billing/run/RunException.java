package io.tenantlens.api.billing.run;

import io.tenantlens.cost.tenant.TenantId;

/** A tenant that a run could not draft an invoice for, and what is in the way. */
public record RunException(TenantId tenant, String reason) {}
