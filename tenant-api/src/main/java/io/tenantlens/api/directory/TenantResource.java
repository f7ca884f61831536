package io.tenantlens.api.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.TenantAccess;
import io.tenantlens.api.problem.FieldError;
import io.tenantlens.api.problem.Problems;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The register of tenants over the JSON API. */
@Path("/api/v1/tenants")
@Tag(name = "Tenants")
class TenantResource {

    private static final int MOST = 5_000;

    record Registered(int registered) {}

    private final TenantAccess access;
    private final Tenants tenants;

    @Inject
    TenantResource(TenantAccess access, Tenants tenants) {
        this.access = access;
        this.tenants = tenants;
    }

    @GET
    @PermissionsAllowed("usage:read")
    @Operation(summary = "The tenants that the caller may see")
    public List<TenantJson> list() {
        var caller = access.caller();
        var visible = caller.isStaff()
                ? tenants.all(access.staff(Area.USAGE))
                : caller.ownTenants().stream()
                        .map(tenants::find)
                        .flatMap(Optional::stream)
                        .toList();
        return visible.stream().map(TenantJson::of).toList();
    }

    @GET
    @Path("/{tenant}")
    @PermissionsAllowed("usage:read")
    @Operation(summary = "One tenant")
    public TenantJson one(@RestPath String tenant) {
        return TenantJson.of(tenants.of(access.tenant(tenant, Area.USAGE, Access.READ)));
    }

    @POST
    @PermissionsAllowed("tenants:write")
    @Operation(
            summary = "Register tenants",
            description = "One tenant or an array of up to 5,000; those registered already are replaced. All or none.")
    public Registered register(@Nullable JsonNode body) {
        var scope = access.staff(Area.TENANTS, Access.WRITE);
        var read = read(body);
        tenants.register(scope, read);
        return new Registered(read.size());
    }

    private static List<Tenant> read(@Nullable JsonNode body) {
        if (body == null || !body.isContainerNode() || body.isEmpty() || body.size() > MOST) {
            throw Problems.invalid("", "Send a tenant, or an array of 1 to " + MOST + " tenants.");
        }
        var errors = new ArrayList<FieldError>();
        var tenants = new LinkedHashMap<String, Tenant>();
        for (int index = 0; index < (body.isArray() ? body.size() : 1); index++) {
            var pointer = body.isArray() ? "/" + index : "";
            new TenantReader(body.isArray() ? body.get(index) : body, pointer, errors)
                    .read()
                    .ifPresent(tenant -> {
                        if (tenants.putIfAbsent(tenant.id().value(), tenant) != null) {
                            errors.add(new FieldError(
                                    pointer + "/tenant", "The same tenant stands twice in the request."));
                        }
                    });
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return List.copyOf(tenants.values());
    }
}
