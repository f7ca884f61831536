package io.tenantlens.api.fold;

import io.tenantlens.cost.tenant.TenantId;

/** A tenant as the fold needs it. */
final class TenantState {

    private final TenantId tenant;
    private final TenantClock clock;

    TenantState(TenantId tenant, TenantClock clock) {
        this.tenant = tenant;
        this.clock = clock;
    }

    TenantId tenant() {
        return tenant;
    }

    TenantClock clock() {
        return clock;
    }
}
