package io.tenantlens.sla.reading;

import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.Period;

/**
 * Work that was announced before it began; each hour that it touches counts neither way.
 *
 * @param of the tenant whose service it interrupts, or the platform for that of all
 */
public record Maintenance(TenantId of, String title, Period period) {

    public boolean concerns(TenantId tenant) {
        return of.equals(tenant) || of.equals(TenantId.PLATFORM);
    }
}
