package io.tenantlens.portal.layout;

import io.tenantlens.api.access.Area;

/** A page of the navigation. A page that does not exist yet has no entry, so nothing leads nowhere. */
public enum Section {
    OVERVIEW("Overview", "home", "", Area.USAGE),
    USAGE("Usage", "chart", "/usage", Area.USAGE),
    SLA("Service level", "shield", "/sla", Area.USAGE),
    ALERTS("Alerts", "bell", "/alerts", Area.USAGE),
    BILLS("Bills", "bill", "/bills", Area.BILLS),
    REPORTS("Reports", "down", "/reports", Area.SETTINGS),
    SETTINGS("Settings", "settings", "/settings", Area.SETTINGS),
    PLATFORM("Platform", "pulse", "/staff", Area.PLATFORM),
    STAFF_ALERTS("Alerts", "bell", "/staff/alerts", Area.USAGE),
    TENANTS("Tenants", "shops", "/staff/tenants", Area.TENANTS),
    SERVICE_LEVELS("Service levels", "shield", "/staff/sla", Area.USAGE),
    REVENUE("Revenue", "chart", "/staff/revenue", Area.COSTS),
    COSTS("Cost", "bill", "/staff/costs", Area.COSTS),
    MARGIN("Margin", "chart", "/staff/margin", Area.COSTS),
    CHURN("Growth and churn", "shops", "/staff/churn", Area.COSTS),
    INVOICES("Invoices", "bill", "/staff/invoices", Area.BILLING),
    RATECARDS("Rate cards", "tag", "/staff/ratecards", Area.BILLING),
    DATA("Data", "data", "/staff/data", Area.PLATFORM),
    OUTBOX("Outbox", "mail", "/staff/outbox", Area.PLATFORM),
    AUDIT("Audit trail", "audit", "/staff/audit", Area.AUDIT);

    private final String title;
    private final String icon;
    private final String path;
    private final Area area;

    Section(String title, String icon, String path, Area area) {
        this.title = title;
        this.icon = icon;
        this.path = path;
        this.area = area;
    }

    String title() {
        return title;
    }

    String icon() {
        return icon;
    }

    Area area() {
        return area;
    }

    boolean isOfStaff() {
        return path.startsWith("/staff");
    }

    /** Pages of a tenant are below the tenant's own path. */
    String href(String tenantPath) {
        return isOfStaff() ? path : tenantPath + path;
    }
}
