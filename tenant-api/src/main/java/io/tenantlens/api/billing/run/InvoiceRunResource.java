package io.tenantlens.api.billing.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.StaffScope;
import io.tenantlens.api.access.TenantAccess;
import io.tenantlens.api.problem.Problems;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The month end over the JSON API. */
@Path("/api/v1/invoice-runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Invoice runs")
class InvoiceRunResource {

    private static final int LISTED = 36;

    private final TenantAccess access;
    private final InvoiceRuns runs;

    @Inject
    InvoiceRunResource(TenantAccess access, InvoiceRuns runs) {
        this.access = access;
        this.runs = runs;
    }

    @GET
    @PermissionsAllowed("billing:read")
    @Operation(summary = "The newest invoice runs")
    public List<RunJson> list() {
        return runs.newest(access.staff(Area.BILLING), LISTED).stream()
                .map(RunJson::of)
                .toList();
    }

    @POST
    @PermissionsAllowed("billing:write")
    @Operation(
            summary = "Compute a month's invoices as a preview",
            description =
                    "Asked again, a preview is computed again; a run that was approved or issued is answered as it is."
                            + " With \"remaining\": true an issued month gets another run for the tenants that were left out.")
    public RunJson start(@Nullable JsonNode body) {
        var scope = access.staff(Area.BILLING, Access.WRITE);
        var month = month(body == null ? null : body.get("month"));
        var remaining = body != null && body.path("remaining").asBoolean(false);
        return RunJson.of(remaining ? runs.startRemaining(scope, month) : runs.start(scope, month));
    }

    @GET
    @Path("/{run}")
    @PermissionsAllowed("billing:read")
    @Operation(summary = "One invoice run")
    public RunJson one(@RestPath String run) {
        return RunJson.of(runs.get(access.staff(Area.BILLING), id(run)));
    }

    @POST
    @Path("/{run}/approve")
    @PermissionsAllowed("billing:write")
    @Operation(summary = "Settle that a preview is issued as computed")
    public RunJson approve(@RestPath String run) {
        return step(scope -> runs.approve(scope, id(run)));
    }

    @POST
    @Path("/{run}/issue")
    @PermissionsAllowed("billing:write")
    @Operation(summary = "Issue an approved run")
    public RunJson issue(@RestPath String run) {
        return step(scope -> runs.issue(scope, id(run)));
    }

    private RunJson step(Function<StaffScope, InvoiceRun> step) {
        var scope = access.staff(Area.BILLING, Access.WRITE);
        return RunJson.of(refusedAsConflict(() -> step.apply(scope)));
    }

    private static InvoiceRun refusedAsConflict(Supplier<InvoiceRun> step) {
        try {
            return step.get();
        } catch (RunRefusedException e) {
            throw HttpProblem.builder()
                    .withTitle(Status.CONFLICT.getReasonPhrase())
                    .withStatus(Status.CONFLICT)
                    .withDetail(e.getMessage())
                    .build();
        }
    }

    private YearMonth month(@Nullable JsonNode sent) {
        try {
            if (sent != null && sent.isTextual()) {
                var month = YearMonth.parse(sent.textValue());
                if (!runs.hasEnded(month)) {
                    throw Problems.invalid("/month", month + " has not ended in any time zone yet.");
                }
                return month;
            }
        } catch (DateTimeException e) {
            throw Problems.invalid("/month", "Send a month such as 2026-10.");
        }
        throw Problems.invalid("/month", "Required: a month such as 2026-10.");
    }

    private static UUID id(String run) {
        try {
            return UUID.fromString(run);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("There is no such invoice run.", e);
        }
    }
}
