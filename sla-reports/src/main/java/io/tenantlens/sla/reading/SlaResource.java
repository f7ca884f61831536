package io.tenantlens.sla.reading;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.TenantAccess;
import io.tenantlens.cost.time.DateRange;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    private static final int MOST_DAYS = 400;

    private final TenantAccess access;
    private final SlaReadings readings;

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
            @RestQuery @Nullable String to) {
        var scope = access.tenant(tenant, Area.USAGE, Access.READ);
        if (month != null) {
            if (from != null || to != null) {
                throw invalid("/month", "Send either month, or from and to.");
            }
            return SlaJson.of(readings.month(scope, parse("/month", month, YearMonth::parse, "2026-10")));
        }
        return SlaJson.of(
                from == null && to == null ? readings.currentMonth(scope) : readings.over(scope, days(from, to)));
    }

    private static DateRange days(@Nullable String from, @Nullable String to) {
        var start = parse("/from", from, LocalDate::parse, "2026-10-01");
        var end = parse("/to", to, LocalDate::parse, "2026-11-01");
        if (!start.isBefore(end) || start.plusDays(MOST_DAYS).isBefore(end)) {
            throw invalid("/to", "Send a day after from, at most " + MOST_DAYS + " days later.");
        }
        return new DateRange(start, end);
    }

    private static <T> T parse(String pointer, @Nullable String text, Function<String, T> parser, String example) {
        if (text != null) {
            try {
                return parser.apply(text);
            } catch (DateTimeException e) {
                throw invalid(pointer, "Not a date: send one like " + example + ".");
            }
        }
        throw invalid(pointer, "Send a date like " + example + ".");
    }

    private static HttpProblem invalid(String pointer, String detail) {
        return HttpProblem.builder()
                .withTitle("Bad Request")
                .withStatus(400)
                .withDetail(detail)
                .with("errors", List.of(Map.of("pointer", pointer, "detail", detail)))
                .build();
    }
}
