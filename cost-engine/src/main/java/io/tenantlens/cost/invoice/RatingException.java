package io.tenantlens.cost.invoice;

import io.tenantlens.cost.ratecard.ChargeId;

/** The usage of one charge does not fit its model: correct the usage or the rate card and rate again. */
public final class RatingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient ChargeId charge;

    public RatingException(ChargeId charge, String reason, Throwable cause) {
        super(reason, cause);
        this.charge = charge;
    }

    public ChargeId charge() {
        return charge;
    }
}
