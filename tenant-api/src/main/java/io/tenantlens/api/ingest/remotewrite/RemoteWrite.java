package io.tenantlens.api.ingest.remotewrite;

import io.tenantlens.api.ingest.IngestConfig;
import io.tenantlens.api.ingest.IngestMetrics;
import io.tenantlens.api.ingest.MetricIntake;
import io.tenantlens.api.ingest.Outage;
import io.tenantlens.api.ingest.admission.ForbiddenTenantException;
import io.tenantlens.api.ingest.admission.IngestCaller;
import io.tenantlens.api.ingest.admission.RejectionReason;
import io.tenantlens.api.ingest.wire.BodyTooLargeException;
import io.tenantlens.api.ingest.wire.MalformedBodyException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Receives remote write, and answers in the way that makes a sender do the right thing next. */
@Singleton
class RemoteWrite {

    private final MetricIntake intake;
    private final IngestMetrics metrics;
    private final IngestConfig config;
    private final SnappyBody snappy;

    @Inject
    RemoteWrite(MetricIntake intake, IngestMetrics metrics, IngestConfig config) {
        this.intake = intake;
        this.metrics = metrics;
        this.config = config;
        this.snappy = new SnappyBody(Math.toIntExact(config.maxUnpackedBody().asLongValue()));
    }

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
            return intake.take(caller, into -> version.get().read(unpacked, into))
                    .handle((receipt, failure) -> failure == null ? WriteAnswer.of(receipt) : later(failure));
        } catch (BodyTooLargeException e) {
            return refused(413, RejectionReason.BODY_TOO_LARGE, message(e));
        } catch (MalformedBodyException e) {
            return refused(400, RejectionReason.MALFORMED, message(e));
        } catch (ForbiddenTenantException e) {
            return refused(403, RejectionReason.FORBIDDEN_TENANT, message(e));
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(later(e));
        }
    }

    private byte[] unpack(byte[] body) {
        long limit = config.maxBody().asLongValue();
        if (body.length > limit) {
            throw new BodyTooLargeException("body", body.length, limit);
        }
        return snappy.unpack(body);
    }

    private CompletionStage<WriteAnswer> refused(int status, RejectionReason reason, String message) {
        metrics.rejected(reason);
        return CompletableFuture.completedFuture(WriteAnswer.refused(status, message));
    }

    private WriteAnswer later(Throwable failure) {
        return WriteAnswer.later(Outage.explain(failure), config.retryAfter());
    }

    private static String message(RuntimeException refusal) {
        return String.valueOf(refusal.getMessage());
    }
}
