package io.tenantlens.api.ingest.otlp;

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
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Receives metrics by OTLP/HTTP. */
@Singleton
class OtlpMetrics {

    private final MetricIntake intake;
    private final IngestMetrics metrics;
    private final IngestConfig config;

    @Inject
    OtlpMetrics(MetricIntake intake, IngestMetrics metrics, IngestConfig config) {
        this.intake = intake;
        this.metrics = metrics;
        this.config = config;
    }

    CompletionStage<Response> export(IngestCaller caller, OtlpFormat format, @Nullable String encoding, byte[] body) {
        try {
            var request = format.read(unpack(encoding, body));
            return intake.take(caller, into -> MetricReader.read(request, into))
                    .handle((receipt, failure) ->
                            failure == null ? OtlpAnswer.of(format, receipt) : later(format, failure));
        } catch (BodyTooLargeException e) {
            return refused(format, 413, RejectionReason.BODY_TOO_LARGE, message(e));
        } catch (MalformedBodyException e) {
            return refused(format, 400, RejectionReason.MALFORMED, message(e));
        } catch (ForbiddenTenantException e) {
            return refused(format, 403, RejectionReason.FORBIDDEN_TENANT, message(e));
        } catch (UnsupportedEncoding e) {
            return refused(format, 415, RejectionReason.UNSUPPORTED, message(e));
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(later(format, e));
        }
    }

    private byte[] unpack(@Nullable String encoding, byte[] body) {
        long limit = config.maxBody().asLongValue();
        if (body.length > limit) {
            throw new BodyTooLargeException("body", body.length, limit);
        }
        return switch (encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity", "" -> body;
            case "gzip" ->
                GzipBody.unpack(body, Math.toIntExact(config.maxUnpackedBody().asLongValue()));
            default -> throw new UnsupportedEncoding(encoding);
        };
    }

    private CompletionStage<Response> refused(OtlpFormat format, int status, RejectionReason reason, String message) {
        metrics.rejected(reason);
        return CompletableFuture.completedFuture(OtlpAnswer.refused(format, status, message, null));
    }

    private Response later(OtlpFormat format, Throwable failure) {
        return OtlpAnswer.refused(format, 503, Outage.explain(failure), config.retryAfter());
    }

    private static String message(RuntimeException refusal) {
        return String.valueOf(refusal.getMessage());
    }

    /** The body is packed in a way that we don't unpack. */
    private static final class UnsupportedEncoding extends RuntimeException {

        UnsupportedEncoding(@Nullable String encoding) {
            super("content encoding not supported: " + encoding);
        }
    }
}
