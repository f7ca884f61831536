package io.tenantlens.api.access;

import io.tenantlens.cost.tenant.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The verified person or program behind a request: who it is, which tenants are its own, and what it may do where.
 *
 * <p>Templates use it to show or hide a link; the right itself is always asked of {@link TenantAccess}.
 */
public final class Caller {

    /** Attribute of an identity that is no OIDC token, such as an API token: the slug of its only tenant. */
    public static final String TENANT = "tenant";

    /** Nobody signed in. */
    static final Caller ANONYMOUS = new Caller(new Actor("", "anonymous", null), List.of(), Set.of());

    private final Actor actor;
    private final SortedSet<TenantId> tenants;
    private final boolean ofTenants;
    private final boolean staff;
    private final Map<Area, Access> rightsInOwnTenants;
    private final Map<Area, Access> rightsEverywhere;

    Caller(Actor actor, Collection<Role> roles, Set<TenantId> tenants) {
        this.actor = actor;
        this.tenants = new TreeSet<>(tenants);
        var tenantRoles = roles.stream().filter(role -> !role.isStaff()).toList();
        var staffRoles = roles.stream().filter(Role::isStaff).toList();
        this.ofTenants = !tenantRoles.isEmpty();
        this.staff = !staffRoles.isEmpty();
        this.rightsInOwnTenants = PermissionMatrix.of(tenantRoles);
        this.rightsEverywhere = PermissionMatrix.of(staffRoles);
    }

    public Actor actor() {
        return actor;
    }

    /** The tenants that the caller belongs to, by slug; empty for staff and for a person without any role of a tenant. */
    public List<TenantId> ownTenants() {
        return ofTenants ? List.copyOf(tenants) : List.of();
    }

    public boolean isStaff() {
        return staff;
    }

    public boolean isOf(TenantId tenant) {
        return ofTenants && tenants.contains(tenant);
    }

    /** The right across all tenants, which only staff have. */
    public boolean may(Area area, Access needed) {
        return right(rightsEverywhere, area).covers(needed);
    }

    /** The right for one tenant, by a role of that tenant or a staff role. */
    public boolean may(TenantId tenant, Area area, Access needed) {
        return may(area, needed)
                || (isOf(tenant) && right(rightsInOwnTenants, area).covers(needed));
    }

    /** Whether the caller has this right for any tenant at all. */
    boolean mayAnywhere(Area area, Access needed) {
        return may(area, needed) || right(rightsInOwnTenants, area).covers(needed);
    }

    private static Access right(Map<Area, Access> rights, Area area) {
        return rights.getOrDefault(area, Access.NONE);
    }
}
