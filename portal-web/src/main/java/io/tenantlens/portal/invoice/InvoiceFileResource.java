package io.tenantlens.portal.invoice;

import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A document as a file, for programs. */
@Path("/api/v1/tenants/{tenant}/invoices/{invoiceId}.pdf")
@Produces("application/pdf")
@Tag(name = "Bills")
class InvoiceFileResource {

    private final InvoiceFiles files;

    @Inject
    InvoiceFileResource(InvoiceFiles files) {
        this.files = files;
    }

    @GET
    @PermissionsAllowed("bills:read")
    @Operation(summary = "An invoice or a credit note as PDF (PDF/A-3u, PDF/UA-1)")
    public RestResponse<byte[]> file(
            @RestPath String tenant, @RestPath String invoiceId, @RestQuery @Nullable String language) {
        return files.file(tenant, invoiceId, language);
    }
}
