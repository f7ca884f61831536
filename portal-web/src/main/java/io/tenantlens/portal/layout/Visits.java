package io.tenantlens.portal.layout;

import io.quarkus.security.ForbiddenException;
import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.Caller;
import io.tenantlens.api.access.TenantAccess;
import io.tenantlens.api.access.TenantScope;
import io.tenantlens.api.directory.Tenant;
import io.tenantlens.api.directory.Tenants;
import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.portal.format.Look;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The door of every page: asks for the scope that the page needs and builds the frame around it. */
@Singleton
public class Visits {

    private final TenantAccess access;
    private final Tenants tenants;
    private final PortalSettings settings;
    private final ThemeCookie theme;
    private final Clock clock;

    @Inject
    Visits(TenantAccess access, Tenants tenants, PortalSettings settings, ThemeCookie theme, Clock clock) {
        this.access = access;
        this.tenants = tenants;
        this.settings = settings;
        this.theme = theme;
        this.clock = clock;
    }

    /** A page of a tenant: not found where the tenant is not the caller's, forbidden without the right. */
    public TenantVisit tenant(String slug, Section section) {
        return tenant(slug, section, Access.READ);
    }

    /** The same for a change: what staff look at by reading alone stays as it is. */
    public TenantVisit tenantToChange(String slug, Section section) {
        return tenant(slug, section, Access.WRITE);
    }

    private TenantVisit tenant(String slug, Section section, Access needed) {
        var scope = access.tenant(slug, section.area(), needed);
        var profile = tenants.of(scope);
        return new TenantVisit(scope, profile, frame(scope, profile, section));
    }

    /** A page of staff: forbidden without the right. */
    public StaffVisit staff(Section section) {
        return new StaffVisit(access.staff(section.area()), staffFrame(section.title(), section, List.of()));
    }

    /** The same for a change. */
    public StaffVisit staffToChange(Section section) {
        var scope = access.staff(section.area(), Access.WRITE);
        return new StaffVisit(scope, staffFrame(section.title(), section, List.of()));
    }

    /** A page of staff below one of the navigation. */
    public StaffVisit staff(Section section, String title) {
        var crumbs = List.of(new Crumb(section.title(), section.href("")));
        return new StaffVisit(access.staff(section.area()), staffFrame(title, section, crumbs));
    }

    /** The same where the page needs a right that is not that of its section. */
    public StaffVisit staff(Section section, String title, Area area, Access needed) {
        var crumbs = List.of(new Crumb(section.title(), section.href("")));
        return new StaffVisit(access.staff(area, needed), staffFrame(title, section, crumbs));
    }

    /** A page that needs no right beyond being signed in. */
    public PageFrame anyone(String title) {
        return staffFrame(title, null, List.of());
    }

    private PageFrame frame(TenantScope scope, Tenant profile, Section section) {
        var caller = access.caller();
        var path = "/t/" + scope.tenant();
        var look = new Look(profile.locale(), profile.timeZone(), clock.instant());
        var pages = Arrays.stream(Section.values())
                .filter(page -> !page.isOfStaff() && scope.may(page.area(), Access.READ))
                .map(page -> link(page, path, section))
                .toList();
        return new PageFrame(
                section.title(),
                look,
                caller.actor().displayName(),
                theme.chosen(),
                profile.name(),
                scope.viewedByStaff(),
                section == Section.OVERVIEW ? List.of() : List.of(new Crumb(profile.name(), path)),
                pages,
                staffPages(caller, section),
                shops(caller, scope.tenant()));
    }

    private PageFrame staffFrame(String title, @Nullable Section section, List<Crumb> crumbs) {
        var caller = access.caller();
        return new PageFrame(
                title,
                new Look(settings.locale(), settings.zone(), clock.instant()),
                caller.actor().displayName(),
                theme.chosen(),
                null,
                false,
                crumbs,
                List.of(),
                staffPages(caller, section),
                shops(caller, null));
    }

    private static List<NavigationLink> staffPages(Caller caller, @Nullable Section current) {
        return Arrays.stream(Section.values())
                .filter(page -> page.isOfStaff() && caller.may(page.area(), Access.READ))
                .map(page -> link(page, "", current))
                .toList();
    }

    private static NavigationLink link(Section page, String path, @Nullable Section current) {
        return new NavigationLink(page.title(), page.icon(), page.href(path), page == current);
    }

    /** The caller's own shops by name. There are few of them; each is asked for with its own scope. */
    private List<NavigationLink> shops(Caller caller, @Nullable TenantId current) {
        return caller.ownTenants().stream()
                .flatMap(tenant -> nameOf(tenant).stream()
                        .map(name -> new NavigationLink(name, "home", "/t/" + tenant, tenant.equals(current))))
                .toList();
    }

    /** Empty for a tenant that the token names and the register does not know. */
    private Optional<String> nameOf(TenantId tenant) {
        try {
            var scope = access.tenant(tenant.value(), Area.USAGE, Access.READ);
            return Optional.of(tenants.of(scope).name());
        } catch (NotFoundException | ForbiddenException e) {
            return Optional.empty();
        }
    }
}
