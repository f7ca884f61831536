package io.tenantlens.api.billing.run;

/** How far an invoice run is; it only moves forward. */
public enum RunState {
    /** Computed, and computed again whenever somebody asks. */
    PREVIEW,
    /** As computed, to be issued. */
    APPROVED,
    ISSUED
}
