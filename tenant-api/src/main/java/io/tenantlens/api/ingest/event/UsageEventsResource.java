package io.tenantlens.api.ingest.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.tenantlens.api.ingest.IngestConfig;
import io.tenantlens.api.ingest.IngestMetrics;
import io.tenantlens.api.ingest.Outage;
import io.tenantlens.api.ingest.admission.ForbiddenTenantException;
import io.tenantlens.api.ingest.admission.IngestCallers;
import io.tenantlens.api.ingest.admission.RejectionReason;
import io.tenantlens.api.ingest.wire.BodyTooLargeException;
import io.tenantlens.api.ingest.wire.MalformedBodyException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The address of usage events. */
@Path("/api/v1/events")
@Tag(name = "ingest")
class UsageEventsResource {

    private static final int MAX_EVENTS = 1_000;
    private static final int MAX_BYTES = 1 << 20;

    private final UsageEvents events;
    private final IngestMetrics metrics;
    private final IngestConfig config;

    @Inject
    UsageEventsResource(UsageEvents events, IngestMetrics metrics, IngestConfig config) {
        this.events = events;
        this.metrics = metrics;
        this.config = config;
    }

    @POST
    @RolesAllowed({IngestCallers.ALL_TENANTS, IngestCallers.OWN_TENANT})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Usage events as CloudEvents 1.0, one or a batch, counted once by source and id")
    public EventsAnswer send(
            byte[] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
            @Context SecurityIdentity identity) {
        var caller = IngestCallers.of(identity);
        var form = EventBody.of(contentType)
                .filter(_ -> encoding == null || encoding.isBlank() || encoding.equals("identity"))
                .orElseThrow(() -> refused(
                        415,
                        RejectionReason.UNSUPPORTED,
                        "send application/cloudevents+json or application/cloudevents-batch+json, not packed"));
        try {
            return events.take(caller, bounded(form, body));
        } catch (BodyTooLargeException e) {
            throw refused(413, RejectionReason.BODY_TOO_LARGE, message(e));
        } catch (MalformedBodyException e) {
            throw malformed(message(e));
        } catch (ForbiddenTenantException e) {
            throw refused(403, RejectionReason.FORBIDDEN_TENANT, message(e));
        } catch (RateExceededException e) {
            throw later(429, message(e), e.retryAfter());
        } catch (RuntimeException | SQLException e) {
            throw later(503, Outage.explain(e), config.retryAfter());
        }
    }

    private static List<JsonNode> bounded(EventBody form, byte[] body) {
        if (body.length > MAX_BYTES) {
            throw new BodyTooLargeException("body", body.length, MAX_BYTES);
        }
        var read = form.read(body);
        if (read.size() > MAX_EVENTS) {
            throw new BodyTooLargeException(read.size(), MAX_EVENTS);
        }
        return read;
    }

    private HttpProblem refused(int status, RejectionReason reason, String detail) {
        metrics.rejected(reason);
        return problem(status, detail).build();
    }

    private HttpProblem malformed(String detail) {
        metrics.rejected(RejectionReason.MALFORMED);
        return problem(400, detail)
                .with("errors", List.of(Map.of("pointer", "", "detail", detail)))
                .build();
    }

    private static HttpProblem later(int status, String detail, Duration wait) {
        return problem(status, detail)
                .withHeader(
                        HttpHeaders.RETRY_AFTER,
                        Math.max(1, wait.plusMillis(999).toSeconds()))
                .build();
    }

    private static HttpProblem.Builder problem(int status, String detail) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle("Events not taken in")
                .withDetail(detail);
    }

    private static String message(RuntimeException refusal) {
        return String.valueOf(refusal.getMessage());
    }
}
