package io.tenantlens.api.billing.invoice;

import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.TenantAccess;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/v1/tenants/{tenant}/invoices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bills")
class InvoiceResource {

    private final TenantAccess access;
    private final Invoices invoices;

    @Inject
    InvoiceResource(TenantAccess access, Invoices invoices) {
        this.access = access;
        this.invoices = invoices;
    }

    @GET
    @PermissionsAllowed("bills:read")
    @Operation(summary = "Issued invoices and credit notes, the newest month first")
    public List<InvoiceJson> list(@RestPath String tenant) {
        return invoices.of(access.tenant(tenant, Area.BILLS, Access.READ)).stream()
                .map(InvoiceJson::of)
                .toList();
    }

    @GET
    @Path("/{invoiceId}")
    @PermissionsAllowed("bills:read")
    @Operation(summary = "One invoice with its lines")
    public InvoiceJson one(@RestPath String tenant, @RestPath String invoiceId) {
        return invoices.find(access.tenant(tenant, Area.BILLS, Access.READ), invoiceId)
                .map(InvoiceJson::of)
                .orElseThrow(() -> new NotFoundException("There is no such invoice."));
    }
}
