package io.tenantlens.api.billing.subscription;

/** What a change did to a subscription. */
public enum ChangeKind {
    START,
    /** To a plan with higher fixed fees. */
    UPGRADE,
    /** To a plan with lower fixed fees. */
    DOWNGRADE,
    /** To another plan where the register says so. */
    CHANGE,
    PAUSE,
    CANCEL,
    REACTIVATE;

    /** What a subscription in that state becomes. */
    SubscriptionState after(SubscriptionState before) {
        return switch (this) {
            case START, REACTIVATE -> SubscriptionState.ACTIVE;
            case PAUSE -> SubscriptionState.PAUSED;
            case CANCEL -> SubscriptionState.CANCELLED;
            case UPGRADE, DOWNGRADE, CHANGE -> before;
        };
    }
}
