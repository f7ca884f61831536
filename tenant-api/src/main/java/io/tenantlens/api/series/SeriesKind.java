package io.tenantlens.api.series;

import java.util.Locale;

/** How the samples of a series are to be read. */
public enum SeriesKind {
    /** Only grows until it starts again from zero. */
    COUNTER,
    GAUGE,
    /** A native histogram that only grows. */
    HISTOGRAM,
    /** Each sample is an increase of its own. */
    DELTA,
    /** Each histogram is an increase of its own. */
    DELTA_HISTOGRAM;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SeriesKind ofStored(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    /** Kinds whose samples may stand in one series: a sender that learns a metric's type late starts no new series. */
    int sampleForm() {
        return switch (this) {
            case COUNTER, GAUGE -> 0;
            case DELTA -> 1;
            case HISTOGRAM -> 2;
            case DELTA_HISTOGRAM -> 3;
        };
    }
}
