package io.tenantlens.api.billing.unbilled;

import java.util.Locale;

/** Why usage is not billed. */
public enum Cause {
    /** No plan was active on any day of the month: never subscribed, paused or cancelled. */
    NO_SUBSCRIPTION,
    /** Other plans price the meter, the tenant's card does not. */
    NO_CHARGE,
    /** The card prices the meter, and none of the usage has the dimensions that it counts. */
    NO_MATCH,
    /** The month was issued without this tenant. */
    NOT_INVOICED,
    /** It became known after the invoice; the next run corrects it. */
    LATE;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Cause of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
