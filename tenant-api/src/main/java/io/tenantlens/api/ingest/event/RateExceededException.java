package io.tenantlens.api.ingest.event;

import java.time.Duration;

/** A tenant sends faster than it may. Nothing was stored; the sender comes again after the time. */
final class RateExceededException extends RuntimeException {

    private final transient Duration wait;

    RateExceededException(Duration wait) {
        super("a tenant sends more than its rate");
        this.wait = wait;
    }

    Duration retryAfter() {
        return wait;
    }
}
