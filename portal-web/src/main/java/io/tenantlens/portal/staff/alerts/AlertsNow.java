package io.tenantlens.portal.staff.alerts;

import java.util.List;

/** What is on right now, by severity and tenant, and whether those who tell of it can be believed. */
public record AlertsNow(List<Source> sources, List<Count> counts, List<AlertsPage.Row> active) {

    /** Someone who tells of alerts, and whether it does. */
    public record Source(String name, String heard, String problem, boolean stale) {}

    /** How many of one severity are on. */
    public record Count(String severity, String state, String number) {}
}
