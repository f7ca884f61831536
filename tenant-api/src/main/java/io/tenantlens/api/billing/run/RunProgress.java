package io.tenantlens.api.billing.run;

/** How many tenants of a run are in which state. */
public record RunProgress(long pending, long drafted, long nothing, long failed, long issued) {

    public long tenants() {
        return pending + drafted + nothing + failed + issued;
    }
}
