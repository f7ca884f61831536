package io.tenantlens.api.ingest.admission;

import java.util.Locale;

/** Why something was not let in; the names are label values of {@code tenantlens_ingest_rejected_total}. */
public enum RejectionReason {
    UNKNOWN_TENANT,
    FORBIDDEN_TENANT,
    INVALID_LABELS,
    INVALID_SAMPLE,
    TOO_OLD,
    TOO_NEW,
    SERIES_LIMIT,
    RATE_LIMITED,
    BODY_TOO_LARGE,
    UNSUPPORTED,
    MALFORMED,
    /** Said before with other content. */
    CONFLICT;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
