package io.tenantlens.api.usage;

import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.TenantAccess;
import io.tenantlens.api.directory.Tenants;
import io.tenantlens.api.meter.MeterCatalogue;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A tenant's usage over the JSON API. */
@Path("/api/v1/tenants/{tenant}/usage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage")
class UsageResource {

    private final TenantAccess access;
    private final Tenants tenants;
    private final MeterCatalogue catalogue;
    private final UsageQueries usage;
    private final Clock clock;

    @Inject
    UsageResource(TenantAccess access, Tenants tenants, MeterCatalogue catalogue, UsageQueries usage, Clock clock) {
        this.access = access;
        this.tenants = tenants;
        this.catalogue = catalogue;
        this.usage = usage;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("usage:read")
    @Operation(
            summary = "Usage of one meter over time",
            description =
                    "Days are those of the tenant's time zone; to is the first day left out. Spans without a sample have no point.")
    public UsageJson usage(
            @RestPath String tenant,
            @RestQuery @Nullable String meter,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String interval,
            @RestQuery @Nullable String groupBy) {
        var scope = access.tenant(tenant, Area.USAGE, Access.READ);
        var today = LocalDate.ofInstant(clock.instant(), tenants.of(scope).timeZone());
        var query = new UsageParameters(catalogue, today).read(meter, from, to, interval, groupBy);
        return UsageJson.of(catalogue.find(query.meter()).orElseThrow(), usage.points(scope, query));
    }
}
