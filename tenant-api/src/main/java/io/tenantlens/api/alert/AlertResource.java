package io.tenantlens.api.alert;

import io.quarkus.security.PermissionsAllowed;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.TenantAccess;
import io.tenantlens.api.directory.Tenants;
import io.tenantlens.api.problem.FieldError;
import io.tenantlens.api.problem.Problems;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Alerts over the JSON API. */
@Path("/api/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
class AlertResource {

    private static final Duration BY_DEFAULT = Duration.ofDays(30);
    private static final int SHOWN_BY_DEFAULT = 200;

    private static final Comparator<StoredAlert> ACTIVE_THEN_LATEST = Comparator.comparing(
                    (StoredAlert alert) -> !alert.isActive())
            .thenComparing(StoredAlert::startsAt, Comparator.reverseOrder());

    private final TenantAccess access;
    private final Tenants tenants;
    private final Alerts alerts;
    private final Clock clock;

    @Inject
    AlertResource(TenantAccess access, Tenants tenants, Alerts alerts, Clock clock) {
        this.access = access;
        this.tenants = tenants;
        this.alerts = alerts;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("usage:read")
    @Operation(
            summary = "Alerts that the caller may see",
            description =
                    "Those that are on first, then the latest. status is firing or resolved; since is a time and reaches"
                            + " back 30 days unless given; a tenant sees its own with the audience tenant, staff see all.")
    public List<AlertJson> list(
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String severity,
            @RestQuery @Nullable String tenant,
            @RestQuery @Nullable String since,
            @RestQuery @Nullable String limit) {
        var errors = new ArrayList<FieldError>();
        var state = state(status, errors);
        var after = since(since, errors);
        int most = limit(limit, errors);
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        var filter = new AlertFilter(state, severity, null, after, most);
        return access.caller().isStaff() ? ofAll(filter, tenant) : ofOwn(filter, tenant);
    }

    private List<AlertJson> ofAll(AlertFilter filter, @Nullable String tenant) {
        var scope = access.staff(Area.USAGE);
        var asked = tenant == null
                ? filter
                : filter.of(access.tenant(tenant, Area.USAGE, Access.READ).tenant());
        return alerts.find(scope, asked).stream()
                .map(alert -> AlertJson.of(alert, true))
                .toList();
    }

    private List<AlertJson> ofOwn(AlertFilter filter, @Nullable String tenant) {
        var own = tenant == null
                ? access.caller().ownTenants().stream()
                        .filter(id -> tenants.find(id).isPresent())
                        .map(TenantId::value)
                : Stream.of(tenant);
        return own.map(slug -> access.tenant(slug, Area.USAGE, Access.READ))
                .flatMap(scope -> alerts.find(scope, filter).stream())
                .sorted(ACTIVE_THEN_LATEST)
                .limit(filter.limit())
                .map(alert -> AlertJson.of(alert, false))
                .toList();
    }

    private static AlertFilter.@Nullable State state(@Nullable String status, List<FieldError> errors) {
        return switch (status) {
            case null -> null;
            case "firing" -> AlertFilter.State.FIRING;
            case "resolved" -> AlertFilter.State.RESOLVED;
            default -> {
                errors.add(new FieldError("/status", "Send firing or resolved, or leave it out."));
                yield null;
            }
        };
    }

    private Instant since(@Nullable String text, List<FieldError> errors) {
        if (text == null) {
            return clock.instant().minus(BY_DEFAULT);
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            errors.add(new FieldError("/since", "Not a time: send one like 2026-10-01T00:00:00Z."));
            return Instant.EPOCH;
        }
    }

    private static int limit(@Nullable String text, List<FieldError> errors) {
        try {
            int limit = text == null ? SHOWN_BY_DEFAULT : Integer.parseInt(text);
            if (limit >= 1 && limit <= AlertFilter.MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // told below, like a number that is out of bounds
        }
        errors.add(new FieldError("/limit", "Send a number from 1 to " + AlertFilter.MOST + "."));
        return SHOWN_BY_DEFAULT;
    }
}
