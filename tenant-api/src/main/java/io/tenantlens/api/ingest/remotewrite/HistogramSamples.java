package io.tenantlens.api.ingest.remotewrite;

import io.tenantlens.api.histogram.Histogram;
import io.tenantlens.api.ingest.Intake;
import io.tenantlens.api.ingest.admission.RejectionReason;
import io.tenantlens.api.ingest.wire.ProtoCursor;

/** Hands native histograms over, or says why not. */
final class HistogramSamples {

    private static final long STALE = 0x7ff0_0000_0000_0002L;

    private HistogramSamples() {}

    static void read(ProtoCursor cursor, Intake intake) {
        var read = HistogramReader.read(cursor);
        if (Double.doubleToRawLongBits(read.sum()) == STALE) {
            intake.staleHistogram(read.timestamp());
        } else if (read.isGauge()) {
            intake.refuse(RejectionReason.UNSUPPORTED, "a gauge histogram: it counts nothing that adds up");
        } else {
            handOver(read, intake);
        }
    }

    private static void handOver(HistogramReader read, Intake intake) {
        Histogram histogram;
        try {
            histogram = read.histogram();
        } catch (IllegalArgumentException | ArithmeticException e) {
            intake.refuse(RejectionReason.INVALID_SAMPLE, String.valueOf(e.getMessage()));
            return;
        }
        intake.histogram(read.timestamp(), histogram, read.startTimestamp());
    }
}
