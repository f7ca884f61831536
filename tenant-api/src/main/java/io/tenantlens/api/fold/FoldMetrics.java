package io.tenantlens.api.fold;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** What the fold tells about itself. */
final class FoldMetrics {

    private final AtomicLong lagMillis = new AtomicLong();
    private final Counter folded;
    private final Counter conflicts;
    private final Counter replicas;
    private final Counter expired;

    FoldMetrics(MeterRegistry metrics) {
        Gauge.builder("tenantlens.rollup.lag.seconds", lagMillis, lag -> lag.get() / 1_000.0)
                .description("How long the oldest acknowledged sample waits for the roll-ups")
                .register(metrics);
        folded = counter(metrics, "tenantlens.fold.samples", "Samples that were folded");
        conflicts = counter(metrics, "tenantlens.fold.conflicts", "Samples refused as another value had their time");
        expired = counter(
                metrics, "tenantlens.fold.expired", "Late samples dropped as what they follow is kept no longer");
        replicas = counter(metrics, "tenantlens.fold.replica.samples", "Samples dropped as their pair had sent them");
    }

    void lag(long millis) {
        lagMillis.set(millis);
    }

    void folded(int samples, int conflicting, int fromReplicas, int tooLate) {
        folded.increment(samples);
        conflicts.increment(conflicting);
        replicas.increment(fromReplicas);
        expired.increment(tooLate);
    }

    private static Counter counter(MeterRegistry metrics, String name, String description) {
        return Counter.builder(name).description(description).register(metrics);
    }
}
