package io.tenantlens.api.ingest.remotewrite;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.NonBlocking;
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

/** The address of Prometheus remote write. */
@Path("/api/v1/write")
@Tag(name = "ingest")
class RemoteWriteResource {

    private final RemoteWrite remoteWrite;

    @Inject
    RemoteWriteResource(RemoteWrite remoteWrite) {
        this.remoteWrite = remoteWrite;
    }

    @POST
    @NonBlocking
    @RolesAllowed({IngestCallers.ALL_TENANTS, IngestCallers.OWN_TENANT})
    @Operation(summary = "Prometheus remote write 1.0 and 2.0")
    public CompletionStage<Response> write(
            byte[] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
            @Context SecurityIdentity identity) {
        return remoteWrite
                .write(IngestCallers.of(identity), contentType, encoding, body)
                .thenApply(WriteAnswer::toResponse);
    }
}
