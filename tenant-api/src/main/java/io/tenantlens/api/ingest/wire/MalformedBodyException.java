package io.tenantlens.api.ingest.wire;

/** The body is not what its content type says. Nothing of it was stored, and sending it again cannot help. */
public final class MalformedBodyException extends RuntimeException {

    public MalformedBodyException(String detail) {
        super(detail);
    }

    public MalformedBodyException(String detail, Throwable cause) {
        super(detail, cause);
    }
}
