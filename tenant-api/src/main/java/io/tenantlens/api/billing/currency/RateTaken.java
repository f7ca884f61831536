package io.tenantlens.api.billing.currency;

/** What became of a rate that somebody wanted to record. */
public enum RateTaken {
    RECORDED,
    /** The same one was recorded before. */
    KNOWN,
    /** Another one was recorded before, and stays. */
    REFUSED
}
