package io.tenantlens.api.usagelog;

/** The log takes nothing at the moment: the database is away or too much waits already. Answer 503; the sender retries. */
public final class LogUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogUnavailableException(String message) {
        super(message);
    }

    LogUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
