package io.tenantlens.api.cost.report;

import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.TenantAccess;
import io.tenantlens.api.directory.Tenants;
import io.tenantlens.api.problem.FieldError;
import io.tenantlens.api.problem.Problems;
import io.tenantlens.api.usage.RangeReader;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a tenant costs the platform, over the JSON API. */
@Path("/api/v1/tenants/{tenant}/cost")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Costs")
class TenantCostResource {

    private final TenantAccess access;
    private final Tenants tenants;
    private final TenantCosts costs;
    private final Clock clock;

    @Inject
    TenantCostResource(TenantAccess access, Tenants tenants, TenantCosts costs, Clock clock) {
        this.access = access;
        this.tenants = tenants;
        this.costs = costs;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("costs:read")
    @Operation(
            summary = "Allocated cost by type over time, for staff",
            description =
                    "Days are those of the tenant's time zone; to is the first day left out. Hours are kept for some"
                            + " days.")
    public TenantCostJson cost(
            @RestPath String tenant,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String interval) {
        // The visit to one tenant is recorded; the figures themselves are out of reach for the login of tenants.
        var visited = access.tenant(tenant, Area.COSTS, Access.READ);
        var zone = tenants.of(visited).timeZone();
        var errors = new ArrayList<FieldError>();
        var range = new RangeReader(LocalDate.ofInstant(clock.instant(), zone), errors)
                .read(from, to, interval)
                .orElseThrow(() -> Problems.invalid(errors));
        var points = costs.points(access.staff(Area.COSTS), visited.tenant(), range.dates(), range.interval(), zone);
        return TenantCostJson.of(tenant, points, range.interval(), zone);
    }
}
