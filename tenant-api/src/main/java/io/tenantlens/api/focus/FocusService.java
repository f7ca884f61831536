package io.tenantlens.api.focus;

import io.tenantlens.cost.meter.MeterKey;
import org.jspecify.annotations.Nullable;

/** What a charge is for in the categories of the format. */
record FocusService(String name, String category) {

    private static final FocusService PLATFORM = new FocusService("Shop platform", "Business Applications");

    static FocusService of(@Nullable MeterKey meter) {
        return switch (meter == null ? "" : meter.value()) {
            case "requests", "cdn_requests" -> new FocusService("Shop API", "Web");
            case "storage" -> new FocusService("File storage", "Storage");
            case "bandwidth" -> new FocusService("Traffic", "Networking");
            case "emails", "sms" -> new FocusService("Messages", "Integration");
            case "cpu_seconds", "memory" -> new FocusService("Compute", "Compute");
            case "db_queries", "db_query_seconds" -> new FocusService("Database", "Databases");
            default -> PLATFORM;
        };
    }

    String subcategory() {
        return "Other (" + category + ")";
    }
}
