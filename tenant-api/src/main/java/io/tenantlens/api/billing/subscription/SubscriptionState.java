package io.tenantlens.api.billing.subscription;

/** Whether a plan's fees are due. */
public enum SubscriptionState {
    ACTIVE,
    /** Nothing is due until it is reactivated. */
    PAUSED,
    CANCELLED
}
