package io.tenantlens.api.ingest;

import io.tenantlens.api.ingest.admission.IngestCaller;
import io.tenantlens.api.ingest.admission.TenantRateLimits;
import io.tenantlens.api.usagelog.UsageLog;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes the samples of a request in, whatever protocol they came by. */
@Singleton
public class MetricIntake {

    private final SeriesResolver resolver;
    private final MetricKinds kinds;
    private final TenantRateLimits rateLimits;
    private final UsageLog log;
    private final IngestMetrics metrics;
    private final IngestConfig config;
    private final Clock clock = Clock.systemUTC();

    @Inject
    MetricIntake(
            SeriesResolver resolver,
            MetricKinds kinds,
            TenantRateLimits rateLimits,
            UsageLog log,
            IngestMetrics metrics,
            IngestConfig config) {
        this.resolver = resolver;
        this.kinds = kinds;
        this.rateLimits = rateLimits;
        this.log = log;
        this.metrics = metrics;
        this.config = config;
    }

    /**
     * Completes once what was let in is durable.
     *
     * @param reading hands the request's samples over; called again if a tenant has to wait, whose samples then stay out
     */
    public CompletionStage<Receipt> take(IngestCaller caller, Consumer<Intake> reading) {
        return admit(caller, reading, read(caller, reading, Set.of(), true));
    }

    /**
     * The same for threads that must not wait for the database; empty, with nothing done, if the request has a series that was not
     * met before.
     */
    public Optional<CompletionStage<Receipt>> takeKnown(IngestCaller caller, Consumer<Intake> reading) {
        try {
            return Optional.of(admit(caller, reading, read(caller, reading, Set.of(), false)));
        } catch (UnknownSeriesException _) {
            return Optional.empty();
        }
    }

    private CompletionStage<Receipt> admit(IngestCaller caller, Consumer<Intake> reading, Intake intake) {
        var waiting = rateLimits.take(intake.samplesOfTenants());
        var admitted = waiting.isEmpty() ? intake : read(caller, reading, waiting.keySet(), true);
        admitted.admitNewcomers();
        var longestWait = waiting.isEmpty() ? null : Collections.max(waiting.values());
        return append(admitted).thenApply(_ -> receipt(admitted, longestWait));
    }

    private Intake read(IngestCaller caller, Consumer<Intake> reading, Set<TenantId> waiting, boolean meetsNewcomers) {
        var times = SampleTimes.around(clock.instant(), config.maxAge(), config.maxAhead());
        var intake = new Intake(caller, resolver, kinds, times, waiting, meetsNewcomers);
        reading.accept(intake);
        return intake;
    }

    private CompletionStage<Void> append(Intake admitted) {
        return admitted.batch().isEmpty() ? CompletableFuture.completedFuture(null) : log.append(admitted.batch());
    }

    private Receipt receipt(Intake admitted, @Nullable Duration longestWait) {
        metrics.rejected(admitted.rejections());
        return new Receipt(
                admitted.samples(), admitted.histograms(), admitted.exemplars(), admitted.rejections(), longestWait);
    }
}
