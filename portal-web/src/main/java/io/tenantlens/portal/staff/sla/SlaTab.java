package io.tenantlens.portal.staff.sla;

import io.tenantlens.api.access.Access;
import io.tenantlens.api.access.Area;
import io.tenantlens.api.access.StaffScope;
import java.util.Arrays;
import java.util.List;

/** A page about the service of all tenants. */
public enum SlaTab {
    RANKING("Ranking", "/staff/sla", Area.USAGE),
    INCIDENTS("Incidents", "/staff/sla/incidents", Area.USAGE),
    OBJECTIVES("Objectives", "/staff/sla/objectives", Area.OBJECTIVES),
    MAINTENANCE("Maintenance", "/staff/sla/maintenance", Area.OBJECTIVES),
    CREDITS("Credits", "/staff/sla/credits", Area.BILLING);

    /** A page as the reader of another sees it. */
    public record Link(String title, String href, boolean current) {}

    private final String title;
    private final String path;
    private final Area area;

    SlaTab(String title, String path, Area area) {
        this.title = title;
        this.path = path;
        this.area = area;
    }

    public String title() {
        return title;
    }

    public String path() {
        return path;
    }

    public Area area() {
        return area;
    }

    /** Links to all pages that somebody may read, seen from this one. */
    public List<Link> links(StaffScope scope) {
        return Arrays.stream(values())
                .filter(tab -> scope.may(tab.area, Access.READ))
                .map(tab -> new Link(tab.title, tab.path, tab == this))
                .toList();
    }
}
