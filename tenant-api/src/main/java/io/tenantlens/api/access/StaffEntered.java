package io.tenantlens.api.access;

import io.tenantlens.cost.tenant.TenantId;
import java.util.Optional;

/**
 * A member of staff got at the data of one tenant ("view as tenant") or of all of them. Fired on every request, before the
 * scope is handed out: whoever keeps the trail thins it out, and an exception keeps the data closed.
 */
public final class StaffEntered {

    private final Actor actor;
    private final Area area;
    private final Optional<TenantId> tenant;

    StaffEntered(Actor actor, Area area, Optional<TenantId> tenant) {
        this.actor = actor;
        this.area = area;
        this.tenant = tenant;
    }

    public Actor actor() {
        return actor;
    }

    public Area area() {
        return area;
    }

    /** Empty where it is the data of all tenants. */
    public Optional<TenantId> tenant() {
        return tenant;
    }
}
