package io.tenantlens.sla.reading;

import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.sla.indicator.Availability;
import io.tenantlens.sla.indicator.CountingMethod;
import io.tenantlens.sla.objective.ErrorBudget;
import io.tenantlens.sla.objective.Target;

/** How one tenant's availability stands against its objective, counted as its own page counts it. */
public record Standing(
        TenantId tenant, String name, String tier, Target target, CountingMethod counting, Availability availability) {

    public ErrorBudget budget() {
        return new ErrorBudget(target, availability);
    }
}
