package io.tenantlens.api.ingest.wire;

/** The body is, or would be once unpacked, larger than what is let in. The sender must send less at once. */
public final class BodyTooLargeException extends RuntimeException {

    public BodyTooLargeException(String what, long bytes, long limit) {
        super("%s has %d bytes, more than the %d that are accepted at once".formatted(what, bytes, limit));
    }

    public BodyTooLargeException(String what, long limit) {
        super("%s has more than the %d bytes that are accepted at once".formatted(what, limit));
    }

    public BodyTooLargeException(int parts, int limit) {
        super("%d events in one request, more than the %d that are accepted at once".formatted(parts, limit));
    }
}
