package io.tenantlens.api.billing.subscription;

/** A subscription can't change like that; nothing was stored. The message says what is in the way and what to do. */
public final class SubscriptionRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    SubscriptionRefusedException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** What is to be corrected: plan, from or what. */
    public String field() {
        return field;
    }
}
