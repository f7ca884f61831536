package io.tenantlens.api.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tenantlens.api.ingest.admission.RejectionReason;
import io.tenantlens.api.ingest.admission.Rejections;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/** Counts what was refused, as {@code tenantlens_ingest_rejected_total}; the usage log counts what it took. */
@Singleton
public class IngestMetrics {

    private final Map<RejectionReason, Counter> rejected = new EnumMap<>(RejectionReason.class);

    @Inject
    public IngestMetrics(MeterRegistry registry) {
        for (var reason : RejectionReason.values()) {
            rejected.put(
                    reason,
                    Counter.builder("tenantlens.ingest.rejected")
                            .description("What was not let in, by reason")
                            .tag("reason", reason.label())
                            .register(registry));
        }
    }

    public void rejected(Rejections rejections) {
        rejections.counts().forEach((reason, count) -> counter(reason).increment(count));
    }

    /** A whole request that was refused counts once. */
    public void rejected(RejectionReason reason) {
        counter(reason).increment();
    }

    private Counter counter(RejectionReason reason) {
        var counter = rejected.get(reason);
        if (counter == null) {
            throw new IllegalStateException("no counter for " + reason);
        }
        return counter;
    }
}
