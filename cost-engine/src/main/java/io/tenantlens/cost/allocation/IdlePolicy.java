package io.tenantlens.cost.allocation;

/** What becomes of the idle part of a pool. */
public enum IdlePolicy {
    /** The tenants carry it, divided like the used part. */
    SHARE,
    /** It is shown by itself and no tenant carries it. */
    SEPARATE
}
