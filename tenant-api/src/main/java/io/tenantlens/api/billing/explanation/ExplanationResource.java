package io.tenantlens.api.billing.explanation;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/v1/tenants/{tenant}/invoices/{invoiceId}/lines/{line}/explain")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bills")
class ExplanationResource {

    private final TenantAccess access;
    private final Explanations explanations;

    @Inject
    ExplanationResource(TenantAccess access, Explanations explanations) {
        this.access = access;
        this.explanations = explanations;
    }

    @GET
    @PermissionsAllowed("bills:read")
    @Operation(
            summary = "Why a line is what it is",
            description =
                    "The usage behind it day by day, its price and steps, and under \"case\" what the command rate gives"
                            + " the same amount and discount for.")
    public ExplanationJson explain(@RestPath String tenant, @RestPath String invoiceId, @RestPath String line) {
        var scope = access.tenant(tenant, Area.BILLS, Access.READ);
        return explanations
                .find(scope, invoiceId, number(line))
                .map(ExplanationJson::of)
                .orElseThrow(() -> new NotFoundException("There is no such line."));
    }

    /** Text that is no number names no line. */
    private static int number(String line) {
        return line.matches("[0-9]{1,6}") ? Integer.parseInt(line) : 0;
    }
}
