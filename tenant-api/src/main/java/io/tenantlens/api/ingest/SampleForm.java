package io.tenantlens.api.ingest;

import io.tenantlens.api.series.SeriesKind;

/** What samples look like: series of the same labels but another form are other series. */
enum SampleForm {
    NUMBER(0),
    INCREASE(1),
    HISTOGRAM(2),
    HISTOGRAM_INCREASE(3);

    /** How many numbers the context of a caller leaves free for the forms. */
    static final int CONTEXTS = 4;

    private final int offset;

    SampleForm(int offset) {
        this.offset = offset;
    }

    /** Where samples of this form look series up, counted from the caller's context. */
    long in(long context) {
        return context + offset;
    }

    static SampleForm of(SeriesKind kind) {
        return switch (kind) {
            case COUNTER, GAUGE -> NUMBER;
            case DELTA -> INCREASE;
            case HISTOGRAM -> HISTOGRAM;
            case DELTA_HISTOGRAM -> HISTOGRAM_INCREASE;
        };
    }
}
