package io.tenantlens.api.cost;

import java.util.Locale;

/** What a cost is for. Its key names it in the API, in metrics and as a column of the roll-ups. */
public enum CostType {
    COMPUTE("Compute"),
    DATABASE("Database"),
    DATABASE_STORAGE("Database storage"),
    FILE_STORAGE("File storage"),
    BACKUP_STORAGE("Backup storage"),
    INGRESS("Inbound traffic"),
    EGRESS("Outbound traffic"),
    CDN("CDN"),
    PAYMENT("Payment fees"),
    EMAIL("E-mail"),
    SMS("SMS"),
    OVERHEAD("Overhead"),
    OTHER("Other");

    private final String title;

    CostType(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The type of a key.
     *
     * @throws IllegalArgumentException if there is no such type
     */
    public static CostType of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
