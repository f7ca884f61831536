package io.tenantlens.sla.json;

import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.TenantAccess;
import io.tenantlens.sla.reading.SlaReadings;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Availability, latency, objectives, error budget and credit of a tenant over the JSON API. */
@Path("/api/v1/tenants/{tenant}/sla")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "SLA")
class SlaResource {

    private final TenantAccess access;
    private final SlaReadings readings;

    @Inject
    SlaResource(TenantAccess access, SlaReadings readings) {
        this.access = access;
        this.readings = readings;
    }

    /** A month, or days from one to another which is excluded; without either the current month. */
    @GET
    @PermissionsAllowed("usage:read")
    @Operation(summary = "Availability, latency percentiles, objectives, error budget, burn and credit")
    public SlaJson sla(
            @RestPath String tenant,
            @RestQuery @Nullable String month,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String q) {
        var scope = access.tenant(tenant, Area.USAGE, Access.READ);
        var wanted = new SlaParameters().read(month, from, to, q);
        var reading =
                wanted.days().map(days -> readings.over(scope, days)).orElseGet(() -> readings.currentMonth(scope));
        return SlaJson.of(reading, wanted.quantiles());
    }
}
