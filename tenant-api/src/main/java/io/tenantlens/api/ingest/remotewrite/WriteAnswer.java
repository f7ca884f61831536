package io.tenantlens.api.ingest.remotewrite;

import io.tenantlens.api.ingest.Receipt;
import io.tenantlens.api.ingest.admission.RejectionReason;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a sender is told: the status decides what it does next, the counts say what is durable, the message goes to its
 * log.
 *
 * @param retryAfter when to send again, or null if that would not help
 */
record WriteAnswer(
        int status,
        int samples,
        int histograms,
        int exemplars,
        String message,
        @Nullable Duration retryAfter) {

    /** Some senders drop what they get 4xx for, so 429 is for a tenant's own rate alone. */
    static WriteAnswer of(Receipt receipt) {
        var rejections = receipt.rejections();
        int status = 204;
        if (rejections.has(RejectionReason.RATE_LIMITED)) {
            status = 429;
        } else if (!rejections.isEmpty()) {
            status = 400;
        }
        return new WriteAnswer(
                status,
                receipt.samples(),
                receipt.histograms(),
                receipt.exemplars(),
                rejections.isEmpty() ? "" : rejections.message(),
                receipt.retryAfter());
    }

    static WriteAnswer refused(int status, String message) {
        return new WriteAnswer(status, 0, 0, 0, message, null);
    }

    static WriteAnswer later(String message, Duration retryAfter) {
        return new WriteAnswer(503, 0, 0, 0, message, retryAfter);
    }

    Response toResponse() {
        var response = Response.status(status)
                .header("X-Prometheus-Remote-Write-Samples-Written", samples)
                .header("X-Prometheus-Remote-Write-Histograms-Written", histograms)
                .header("X-Prometheus-Remote-Write-Exemplars-Written", exemplars);
        if (retryAfter != null) {
            response.header(
                    HttpHeaders.RETRY_AFTER,
                    Math.max(1, retryAfter.plusMillis(999).toSeconds()));
        }
        if (!message.isEmpty()) {
            response.type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8")).entity(message + "\n");
        }
        return response.build();
    }
}
