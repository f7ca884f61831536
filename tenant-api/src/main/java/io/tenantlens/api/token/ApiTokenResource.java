package io.tenantlens.api.token;

import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.TenantAccess;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** API tokens over the JSON API. */
@Path("/api/v1/tenants/{tenant}/api-tokens")
@Tag(name = "API tokens")
class ApiTokenResource {

    record Wanted(
            @NotBlank @Size(max = 100) String name,
            @NotEmpty Set<@NotNull TokenScope> scopes,
            @Min(1) @Max(366) int days) {}

    record Created(
            UUID id,
            String name,
            Set<TokenScope> scopes,
            String prefix,
            Instant createdAt,
            Instant expiresAt,
            String token) {}

    private final TenantAccess access;
    private final ApiTokens tokens;

    @Inject
    ApiTokenResource(TenantAccess access, ApiTokens tokens) {
        this.access = access;
        this.tokens = tokens;
    }

    @GET
    @PermissionsAllowed("settings:read")
    @Operation(summary = "The tenant's API tokens, without their secrets")
    public List<ApiToken> list(@RestPath String tenant) {
        return tokens.list(access.tenant(tenant, Area.SETTINGS, Access.READ));
    }

    @POST
    @PermissionsAllowed("settings:write")
    @Operation(summary = "Make an API token; the answer holds its secret, shown this once")
    public Response create(@RestPath String tenant, @Valid @NotNull Wanted wanted) {
        var scope = access.tenant(tenant, Area.SETTINGS, Access.WRITE);
        var made = tokens.create(scope, wanted.name(), wanted.scopes(), Duration.ofDays(wanted.days()));
        var token = made.token();
        var created = new Created(
                token.id(),
                token.name(),
                token.scopes(),
                token.prefix(),
                token.createdAt(),
                token.expiresAt(),
                made.secret());
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    @DELETE
    @Path("/{token}")
    @PermissionsAllowed("settings:write")
    @Operation(summary = "Revoke an API token")
    public void revoke(@RestPath String tenant, @RestPath UUID token) {
        if (!tokens.revoke(access.tenant(tenant, Area.SETTINGS, Access.WRITE), token)) {
            throw new NotFoundException("There is no such API token.");
        }
    }
}
