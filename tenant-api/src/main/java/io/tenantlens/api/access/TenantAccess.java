package io.tenantlens.api.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.tenantlens.cost.tenant.TenantId;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.util.Optional;

/**
 * Hands out the scopes without which no service reads or changes anything.
 *
 * <p>An endpoint names the right that it needs, so that a wrong role is refused before anything else is looked at, and then
 * asks for the scope:
 *
 * {@snippet :
 * class BillPages {
 *
 *     @GET
 *     @PermissionsAllowed("bills:read") // the key of an Area, then read or write
 *     public TemplateInstance list(@RestPath String tenant) {
 *         var scope = access.tenant(tenant, Area.BILLS, Access.READ); // 404 where it is not the caller's
 *         return Templates.list(bills.of(scope), scope); // scope.viewedByStaff(): show the banner
 *     }
 * }
 * }
 *
 * <p>Staff pages ask {@link #staff}; a layout asks {@link #caller} which links to show. Rights are checked on every call and
 * never cached; only the fact that a tenant exists is.
 */
@Singleton
public class TenantAccess {

    private final SecurityIdentity identity;
    private final TenantDatabase database;
    private final Event<StaffEntered> entered;

    /** Tenants are never deleted, so "exists" stays true; "does not exist" is asked again every time. */
    private final Cache<TenantId, Boolean> existing = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    @Inject
    TenantAccess(SecurityIdentity identity, TenantDatabase database, Event<StaffEntered> entered) {
        this.identity = identity;
        this.database = database;
        this.entered = entered;
    }

    /**
     * The tenant named in the path, if the caller may enter it for this.
     *
     * @throws NotFoundException if there is no such tenant or it is not the caller's: the two look the same
     * @throws ForbiddenException if the caller belongs there but lacks this right
     */
    public TenantScope tenant(String slug, Area area, Access needed) {
        var caller = signedIn();
        var tenant = TenantId.ofShop(slug)
                .filter(id -> caller.isOf(id) || caller.isStaff())
                .filter(this::exists)
                .orElseThrow(TenantAccess::noSuchTenant);
        if (!caller.may(tenant, area, needed)) {
            throw new ForbiddenException("no right to " + verb(needed) + " " + area.key() + " of this tenant");
        }
        var scope = new TenantScope(tenant, caller, needed);
        if (scope.viewedByStaff()) {
            entered.fire(new StaffEntered(caller.actor(), area, Optional.of(tenant)));
        }
        return scope;
    }

    /**
     * The right to an area across all tenants.
     *
     * @throws ForbiddenException if the caller has no staff role with this right
     */
    public StaffScope staff(Area area, Access needed) {
        var caller = signedIn();
        if (!caller.may(area, needed)) {
            throw new ForbiddenException("no right to " + verb(needed) + " " + area.key());
        }
        entered.fire(new StaffEntered(caller.actor(), area, Optional.empty()));
        return new StaffScope(caller, area, needed);
    }

    /** The right to read an area across all tenants. */
    public StaffScope staff(Area area) {
        return staff(area, Access.READ);
    }

    /** Who asks, or a caller without any right where nobody signed in. */
    public Caller caller() {
        Caller caller = identity.getAttribute(CallerAugmentor.CALLER);
        return caller == null ? Caller.ANONYMOUS : caller;
    }

    /** The same answer for a tenant that does not exist and for one that is not the caller's. */
    public static NotFoundException noSuchTenant() {
        return new NotFoundException("There is no such tenant, or it is not yours.");
    }

    private Caller signedIn() {
        if (identity.isAnonymous()) {
            throw new UnauthorizedException("sign in first");
        }
        return caller();
    }

    private boolean exists(TenantId tenant) {
        if (existing.getIfPresent(tenant) != null) {
            return true;
        }
        boolean found = database.exists(tenant);
        if (found) {
            existing.put(tenant, true);
        }
        return found;
    }

    private static String verb(Access needed) {
        return needed == Access.WRITE ? "change" : "read";
    }
}
