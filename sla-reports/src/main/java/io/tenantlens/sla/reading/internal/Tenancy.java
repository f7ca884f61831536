package io.tenantlens.sla.reading.internal;

import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.sla.reading.Promise;
import java.time.ZoneId;

/** What a reading needs to know of a tenant before it counts: the zone in which its days are cut, and its promise. */
public record Tenancy(TenantId tenant, ZoneId zone, Promise promise) {}
