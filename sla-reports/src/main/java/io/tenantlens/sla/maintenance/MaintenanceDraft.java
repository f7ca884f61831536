package io.tenantlens.sla.maintenance;

import java.time.ZoneId;

/**
 * Maintenance as somebody typed it.
 *
 * @param tenant a slug; empty for the whole platform
 * @param starts local date and time in the zone, like 2026-11-02T01:00
 */
public record MaintenanceDraft(String tenant, String title, String starts, String ends, ZoneId zone) {}
