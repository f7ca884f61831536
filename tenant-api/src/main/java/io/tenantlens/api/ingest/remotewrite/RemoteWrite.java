package io.tenantlens.api.ingest.remotewrite;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.tenantlens.api.ingest.IngestConfig;
import io.tenantlens.api.ingest.IngestMetrics;
import io.tenantlens.api.ingest.Intake;
import io.tenantlens.api.ingest.MetricIntake;
import io.tenantlens.api.ingest.Outage;
import io.tenantlens.api.ingest.Receipt;
import io.tenantlens.api.ingest.admission.ForbiddenTenantException;
import io.tenantlens.api.ingest.admission.IngestCaller;
import io.tenantlens.api.ingest.admission.RejectionReason;
import io.tenantlens.api.ingest.wire.BodyTooLargeException;
import io.tenantlens.api.ingest.wire.MalformedBodyException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Receives remote write, and answers in the way that makes a sender do the right thing next. */
@Singleton
class RemoteWrite {

    /** Larger bodies would hold up what else the thread of their connection serves. */
    private static final int READ_AT_ONCE = 256 << 10;

    private final MetricIntake intake;
    private final IngestMetrics metrics;
    private final IngestConfig config;
    private final SnappyBody snappy;
    private final Executor workers;

    @Inject
    RemoteWrite(MetricIntake intake, IngestMetrics metrics, IngestConfig config) {
        this(intake, metrics, config, Infrastructure.getDefaultWorkerPool());
    }

    /**
     * @param workers where work goes on that may wait for the database
     */
    RemoteWrite(MetricIntake intake, IngestMetrics metrics, IngestConfig config, Executor workers) {
        this.intake = intake;
        this.metrics = metrics;
        this.config = config;
        this.snappy = new SnappyBody(Math.toIntExact(config.maxUnpackedBody().asLongValue()));
        this.workers = workers;
    }

    /** Never waits: small requests of known series are read at once, all else by a worker. */
    CompletionStage<WriteAnswer> write(
            IngestCaller caller, @Nullable String contentType, @Nullable String encoding, byte[] body) {
        var version = WriteVersion.of(contentType);
        if (version.isEmpty()) {
            return refused(415, RejectionReason.UNSUPPORTED, "content type not supported: " + contentType);
        }
        if (encoding != null
                && !encoding.isBlank()
                && !encoding.strip().toLowerCase(Locale.ROOT).equals("snappy")) {
            return refused(415, RejectionReason.UNSUPPORTED, "content encoding not supported: " + encoding);
        }
        try {
            byte[] unpacked = unpack(body);
            return take(caller, unpacked.length, into -> version.get().read(unpacked, into))
                    .handle((receipt, failure) -> failure == null ? WriteAnswer.of(receipt) : answerTo(failure));
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(answerTo(e));
        }
    }

    private CompletionStage<Receipt> take(IngestCaller caller, int bytes, Consumer<Intake> reading) {
        Optional<CompletionStage<Receipt>> taken =
                bytes > READ_AT_ONCE ? Optional.empty() : intake.takeKnown(caller, reading);
        return taken.orElseGet(() -> CompletableFuture.supplyAsync(() -> intake.take(caller, reading), workers)
                .thenCompose(Function.identity()));
    }

    private byte[] unpack(byte[] body) {
        long limit = config.maxBody().asLongValue();
        if (body.length > limit) {
            throw new BodyTooLargeException("body", body.length, limit);
        }
        return snappy.unpack(body);
    }

    private WriteAnswer answerTo(Throwable failure) {
        return switch (failure) {
            case CompletionException e when e.getCause() != null -> answerTo(e.getCause());
            case BodyTooLargeException e -> refuse(413, RejectionReason.BODY_TOO_LARGE, message(e));
            case MalformedBodyException e -> refuse(400, RejectionReason.MALFORMED, message(e));
            case ForbiddenTenantException e -> refuse(403, RejectionReason.FORBIDDEN_TENANT, message(e));
            default -> WriteAnswer.later(Outage.explain(failure), config.retryAfter());
        };
    }

    private CompletionStage<WriteAnswer> refused(int status, RejectionReason reason, String message) {
        return CompletableFuture.completedFuture(refuse(status, reason, message));
    }

    private WriteAnswer refuse(int status, RejectionReason reason, String message) {
        metrics.rejected(reason);
        return WriteAnswer.refused(status, message);
    }

    private static String message(RuntimeException refusal) {
        return String.valueOf(refusal.getMessage());
    }
}
