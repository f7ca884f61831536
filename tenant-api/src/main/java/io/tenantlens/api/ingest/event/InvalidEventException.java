package io.tenantlens.api.ingest.event;

import io.tenantlens.api.ingest.admission.RejectionReason;

/** One event of a batch cannot be let in; the others can. */
final class InvalidEventException extends Exception {

    private final RejectionReason reason;

    InvalidEventException(RejectionReason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    RejectionReason reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
