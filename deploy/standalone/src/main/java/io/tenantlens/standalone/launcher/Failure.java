package io.tenantlens.standalone.launcher;

/** What stops a command and what to do about it, in one line for the person at the terminal. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Failure(String message) {
        super(message);
    }

    public Failure(String message, Throwable cause) {
        super(message, cause);
    }
}
