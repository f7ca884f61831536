package io.tenantlens.api.ingest.admission;

import io.github.bucket4j.Bucket;
import io.tenantlens.api.ingest.IngestConfig;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps each tenant to its own rate of samples on this instance, so that one cannot crowd out the others. */
@Singleton
public class TenantRateLimits {

    private static final long MOST_PER_SECOND = 1_000_000_000; // a token a nanosecond is all that buckets know

    private final long samplesPerSecond;
    private final long burst;
    private final Map<TenantId, Bucket> buckets = new ConcurrentHashMap<>();

    @Inject
    TenantRateLimits(IngestConfig config) {
        this(config.samplesPerSecond(), config.burst());
    }

    /** For programs without injection, such as tests. */
    public TenantRateLimits(long samplesPerSecond, Duration burst) {
        this.samplesPerSecond = Math.min(samplesPerSecond, MOST_PER_SECOND);
        this.burst = Math.max(1, this.samplesPerSecond * burst.toMillis() / 1000);
    }

    /**
     * Takes what each tenant wants to write, and names those that must wait, with the time.
     *
     * <p>A tenant that has anything left may write its whole request and goes into debt for the rest: so a request
     * larger than the burst is late and not for ever refused. The platform itself has no limit.
     */
    public Map<TenantId, Duration> take(Map<TenantId, Integer> samples) {
        var waiting = new LinkedHashMap<TenantId, Duration>();
        samples.forEach((tenant, count) -> {
            if (count > 0 && !tenant.equals(TenantId.PLATFORM)) {
                var bucket = buckets.computeIfAbsent(tenant, _ -> newBucket());
                if (bucket.getAvailableTokens() > 0) {
                    bucket.consumeIgnoringRateLimits(count);
                } else {
                    waiting.put(
                            tenant,
                            Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill()));
                }
            }
        });
        return waiting;
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(samplesPerSecond, Duration.ofSeconds(1)))
                .build();
    }
}
