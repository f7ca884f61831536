package io.tenantlens.portal.invoice;

import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The same for people, who come with a session. */
@Path("/t/{tenant}/bills/{invoiceId}.pdf")
@Produces("application/pdf")
class InvoiceFilePages {

    private final InvoiceFiles files;

    @Inject
    InvoiceFilePages(InvoiceFiles files) {
        this.files = files;
    }

    @GET
    @PermissionsAllowed("bills:read")
    @Operation(hidden = true)
    public RestResponse<byte[]> file(
            @RestPath String tenant, @RestPath String invoiceId, @RestQuery @Nullable String language) {
        return files.file(tenant, invoiceId, language);
    }
}
