package io.tenantlens.portal.tenant.export;

import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.TenantAccess;
import io.tenantlens.api.billing.invoice.Invoices;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/t/{tenant}/exports")
@Produces("text/csv")
class InvoiceExports {

    private final TenantAccess access;
    private final Invoices invoices;

    @Inject
    InvoiceExports(TenantAccess access, Invoices invoices) {
        this.access = access;
        this.invoices = invoices;
    }

    /** All issued documents of a tenant, the newest month first. */
    @GET
    @Path("/invoices.csv")
    @PermissionsAllowed("bills:read")
    public RestResponse<String> ofTenant(@RestPath String tenant) {
        var scope = access.tenant(tenant, Area.BILLS, Access.READ);
        return InvoiceCsv.heads("invoices.csv", invoices.of(scope)).download();
    }

    /** The lines of one. */
    @GET
    @Path("/invoices/{invoiceId}.csv")
    @PermissionsAllowed("bills:read")
    public RestResponse<String> lines(@RestPath String tenant, @RestPath String invoiceId) {
        var scope = access.tenant(tenant, Area.BILLS, Access.READ);
        var invoice =
                invoices.find(scope, invoiceId).orElseThrow(() -> new NotFoundException("There is no such invoice."));
        return InvoiceCsv.lines(invoice).download();
    }
}
