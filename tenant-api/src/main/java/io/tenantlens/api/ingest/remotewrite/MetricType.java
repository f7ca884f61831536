package io.tenantlens.api.ingest.remotewrite;

import io.tenantlens.api.series.SeriesKind;
import org.jspecify.annotations.Nullable;

/** The types that the metadata of remote write 2.0 knows. */
final class MetricType {

    private static final int COUNTER = 1;
    private static final int GAUGE = 2;
    private static final int GAUGE_HISTOGRAM = 4;
    private static final int INFO = 6;
    private static final int STATE_SET = 7;

    private MetricType() {}

    /** How numbers of this type are to be read, or null where the metric's name tells more: parts of histograms and summaries. */
    static @Nullable SeriesKind kind(int type) {
        return switch (type) {
            case COUNTER -> SeriesKind.COUNTER;
            case GAUGE, GAUGE_HISTOGRAM, INFO, STATE_SET -> SeriesKind.GAUGE;
            default -> null;
        };
    }
}
