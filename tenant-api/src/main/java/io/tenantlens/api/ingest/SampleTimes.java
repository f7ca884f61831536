package io.tenantlens.api.ingest;

import io.tenantlens.api.ingest.admission.RejectionReason;
import java.time.Duration;
import java.time.Instant;

/** Which instants the samples and events of one request may carry. */
public record SampleTimes(long earliestMillis, long latestMillis) {

    public static SampleTimes around(Instant now, Duration maxAge, Duration maxAhead) {
        return new SampleTimes(
                now.minus(maxAge).toEpochMilli(), now.plus(maxAhead).toEpochMilli());
    }

    public boolean contain(long millis) {
        return millis >= earliestMillis && millis <= latestMillis;
    }

    /** Why an instant that is not contained is refused. */
    public RejectionReason reasonAgainst(long millis) {
        return millis < earliestMillis ? RejectionReason.TOO_OLD : RejectionReason.TOO_NEW;
    }
}
