package io.tenantlens.api.focus;

import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.TenantAccess;
import io.tenantlens.api.problem.Problems;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Exports over the JSON API. */
@Path("/api/v1/tenants/{tenant}/exports")
@Tag(name = "Bills")
class FocusResource {

    private final TenantAccess access;
    private final FocusExport export;

    @Inject
    FocusResource(TenantAccess access, FocusExport export) {
        this.access = access;
        this.export = export;
    }

    @GET
    @Path("/focus")
    @Produces("text/csv")
    @PermissionsAllowed("bills:read")
    @Operation(summary = "The month's billed charges in the FOCUS format, version 1.2, as CSV")
    public RestResponse<String> focus(@RestPath String tenant, @RestQuery @Nullable String month) {
        var scope = access.tenant(tenant, Area.BILLS, Access.READ);
        var of = month(month);
        return ResponseBuilder.ok(export.csv(scope, of))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"focus-%s-%s.csv\"".formatted(tenant, of))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static YearMonth month(@Nullable String text) {
        try {
            if (text != null) {
                return YearMonth.parse(text);
            }
        } catch (DateTimeException e) {
            throw Problems.invalid("/month", "Send a month such as 2026-10, not '" + text + "'.");
        }
        throw Problems.invalid("/month", "Send a month such as 2026-10.");
    }
}
