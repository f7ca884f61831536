package io.tenantlens.api.ingest;

/** A request names a series that only the database may know. Read it again where waiting is allowed. */
final class UnknownSeriesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Steers only, so without the stack that would cost more than the look-up. */
    UnknownSeriesException() {
        super("a series is not known yet", null, false, false);
    }
}
