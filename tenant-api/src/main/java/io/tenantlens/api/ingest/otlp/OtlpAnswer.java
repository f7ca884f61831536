package io.tenantlens.api.ingest.otlp;

import com.google.protobuf.CodedOutputStream;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tenantlens.api.ingest.Receipt;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Answers as OTLP/HTTP asks for: 200 also where some points were refused, a {@code google.rpc.Status} for errors of
 * protobuf requests, and for those of JSON requests a problem that has the status' members, too.
 */
final class OtlpAnswer {

    private static final int INVALID_ARGUMENT = 3;
    private static final int PERMISSION_DENIED = 7;
    private static final int RESOURCE_EXHAUSTED = 8;
    private static final int UNAVAILABLE = 14;

    private OtlpAnswer() {}

    static Response of(OtlpFormat format, Receipt receipt) {
        var rejections = receipt.rejections();
        if (receipt.retryAfter() != null) {
            return refused(format, 429, rejections.message(), receipt.retryAfter());
        }
        var response = ExportMetricsServiceResponse.newBuilder();
        if (!rejections.isEmpty()) {
            response.getPartialSuccessBuilder()
                    .setRejectedDataPoints(rejections.total())
                    .setErrorMessage(rejections.message());
        }
        return Response.ok(format.write(response.build()), format.mediaType()).build();
    }

    static Response refused(OtlpFormat format, int status, String message, @Nullable Duration retryAfter) {
        var response = switch (format) {
            case PROTOBUF ->
                Response.status(status).entity(rpcStatus(status, message)).type(format.mediaType());
            case JSON -> Response.fromResponse(problem(status, message));
        };
        if (retryAfter != null) {
            response.header(
                    HttpHeaders.RETRY_AFTER,
                    Math.max(1, retryAfter.plusMillis(999).toSeconds()));
        }
        return response.build();
    }

    private static Response problem(int status, String message) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle("Metrics not taken in")
                .withDetail(message)
                .with("code", rpcCode(status))
                .with("message", message)
                .build()
                .toResponse();
    }

    private static byte[] rpcStatus(int status, String message) {
        var bytes = new ByteArrayOutputStream();
        var out = CodedOutputStream.newInstance(bytes);
        try {
            out.writeInt32(1, rpcCode(status));
            out.writeString(2, message);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static int rpcCode(int status) {
        return switch (status) {
            case 403 -> PERMISSION_DENIED;
            case 413, 429 -> RESOURCE_EXHAUSTED;
            case 503 -> UNAVAILABLE;
            default -> INVALID_ARGUMENT;
        };
    }
}
