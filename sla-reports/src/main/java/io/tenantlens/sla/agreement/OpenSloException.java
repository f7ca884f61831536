package io.tenantlens.sla.agreement;

/** A file that is not the OpenSLO that we read. The message says what to send instead. */
public final class OpenSloException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OpenSloException(String message) {
        super(message);
    }
}
