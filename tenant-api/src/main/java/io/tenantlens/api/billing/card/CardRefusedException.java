package io.tenantlens.api.billing.card;

/** A draft can't be saved or published now; the message says what is in the way and what to do. */
public final class CardRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CardRefusedException(String message) {
        super(message);
    }
}
