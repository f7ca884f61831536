package io.tenantlens.api.billing.ledger;

/** A document can't be settled like this; the message says why. */
public final class LedgerRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerRefusedException(String message) {
        super(message);
    }
}
