package io.tenantlens.api.directory;

import io.tenantlens.cost.tenant.TenantId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A shop as registered.
 *
 * @param timeZone where its months, days and SLA windows are cut
 * @param churnedOn the day it left, absent while it stays
 */
public record Tenant(
        TenantId id,
        String name,
        Tier tier,
        Hosting hosting,
        String plan,
        Status status,
        Currency currency,
        Locale locale,
        ZoneId timeZone,
        LocalDate signedUpOn,
        @Nullable LocalDate churnedOn) {

    /** How large a shop is, which decides how loud its troubles are. */
    public enum Tier {
        STARTER,
        GROWTH,
        ENTERPRISE
    }

    /** Whether a shop shares its database. */
    public enum Hosting {
        SHARED,
        DEDICATED
    }

    /** Whether a shop still is one. */
    public enum Status {
        ACTIVE,
        CHURNED
    }
}
