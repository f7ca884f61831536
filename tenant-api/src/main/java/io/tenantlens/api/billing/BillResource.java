package io.tenantlens.api.billing;

import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.TenantAccess;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/v1/tenants/{tenant}/bill")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bills")
class BillResource {

    private final TenantAccess access;
    private final BillPreviews previews;

    BillResource(TenantAccess access, BillPreviews previews) {
        this.access = access;
        this.previews = previews;
    }

    @GET
    @Path("/preview")
    @PermissionsAllowed("bills:read")
    @Operation(summary = "The open period rated as of now, with lines and steps")
    public BillJson preview(@RestPath String tenant) {
        return BillJson.of(previews.open(access.tenant(tenant, Area.BILLS, Access.READ)));
    }
}
