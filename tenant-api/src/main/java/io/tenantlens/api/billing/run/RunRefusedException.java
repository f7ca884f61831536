package io.tenantlens.api.billing.run;

/** A run can't take the step now; the message says what has to be done before. */
public final class RunRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RunRefusedException(String message) {
        super(message);
    }
}
