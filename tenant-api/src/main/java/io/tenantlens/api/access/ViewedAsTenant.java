package io.tenantlens.api.access;

import io.tenantlens.cost.tenant.TenantId;

/** A member of staff entered a tenant's pages or data. Fired on every request; whoever keeps the trail thins it out. */
public record ViewedAsTenant(Actor actor, TenantId tenant) {}
