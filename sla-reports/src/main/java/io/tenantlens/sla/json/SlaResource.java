package io.tenantlens.sla.json;

import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.TenantAccess;
import io.tenantlens.api.access.TenantDatabase;
import io.tenantlens.api.access.TenantScope;
import io.tenantlens.cost.time.DateRange;
import io.tenantlens.sla.claim.CreditClaims;
import io.tenantlens.sla.incident.Incidents;
import io.tenantlens.sla.month.FrozenMonths;
import io.tenantlens.sla.reading.SlaReadings;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
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
    private final TenantDatabase database;
    private final SlaReadings readings;
    private final Incidents incidents;
    private final FrozenMonths months;
    private final CreditClaims claims;

    @Inject
    SlaResource(
            TenantAccess access,
            TenantDatabase database,
            SlaReadings readings,
            Incidents incidents,
            FrozenMonths months,
            CreditClaims claims) {
        this.access = access;
        this.database = database;
        this.readings = readings;
        this.incidents = incidents;
        this.months = months;
        this.claims = claims;
    }

    /** A month, or days from one to another which is excluded; without either the current month. */
    @GET
    @PermissionsAllowed("usage:read")
    @Operation(
            summary = "Availability, latency percentiles, objectives, error budget, burn, incidents, the frozen month"
                    + " and its credit")
    public SlaJson sla(
            @RestPath String tenant,
            @RestQuery @Nullable String month,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String q) {
        var scope = access.tenant(tenant, Area.USAGE, Access.READ);
        var wanted = new SlaParameters().read(month, from, to, q);
        return database.inTransaction(scope, _ -> {
            var reading =
                    wanted.days().map(days -> readings.over(scope, days)).orElseGet(() -> readings.currentMonth(scope));
            return SlaJson.of(reading, aftermath(scope, reading.period()), wanted.quantiles());
        });
    }

    private Aftermath aftermath(TenantScope scope, DateRange days) {
        var published = incidents.published(scope, days.in(readings.zone(scope)));
        var month = YearMonth.from(days.start());
        return days.start().getDayOfMonth() == 1
                        && days.end().equals(month.plusMonths(1).atDay(1))
                ? new Aftermath(published, months.revisions(scope, month), claims.of(scope, month))
                : new Aftermath(published, List.of(), Optional.empty());
    }
}
