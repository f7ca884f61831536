package io.tenantlens.api.billing.credit;

/** Another amount was booked under the same key: find out which is right, and book the rest under a key of its own. */
public final class CreditKeyTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CreditKeyTakenException(String message) {
        super(message);
    }
}
