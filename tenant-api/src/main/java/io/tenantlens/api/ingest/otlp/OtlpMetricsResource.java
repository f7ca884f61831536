package io.tenantlens.api.ingest.otlp;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.tenantlens.api.ingest.admission.IngestCallers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The address where OTLP exporters send metrics. */
@Path("/v1/metrics")
@Tag(name = "ingest")
class OtlpMetricsResource {

    private final OtlpMetrics metrics;

    @Inject
    OtlpMetricsResource(OtlpMetrics metrics) {
        this.metrics = metrics;
    }

    @POST
    @Blocking
    @RolesAllowed({IngestCallers.ALL_TENANTS, IngestCallers.OWN_TENANT})
    @Operation(summary = "OTLP/HTTP metrics, protobuf or JSON, optionally gzip")
    public CompletionStage<Response> export(
            byte[] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
            @Context SecurityIdentity identity) {
        var format = OtlpFormat.of(contentType)
                .orElseThrow(() -> HttpProblem.builder()
                        .withStatus(415)
                        .withTitle("Unsupported media type")
                        .withDetail("send application/x-protobuf or application/json, not " + contentType)
                        .build());
        return metrics.export(IngestCallers.of(identity), format, encoding, body);
    }
}
