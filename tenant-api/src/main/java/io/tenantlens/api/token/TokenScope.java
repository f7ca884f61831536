package io.tenantlens.api.token;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a token is good for, in its own tenant alone. */
public enum TokenScope {
    /** Send samples and events. */
    INGEST("ingest-own"),
    /** Read usage, SLA, alerts and bills. */
    READ("api-reader");

    private final String role;

    TokenScope(String role) {
        this.role = role;
    }

    /** The role that an identity gets by this scope. */
    String role() {
        return role;
    }

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
