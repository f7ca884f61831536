package io.tenantlens.sla.incident;

import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.Period;
import io.tenantlens.sla.indicator.Availability;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of bad service.
 *
 * @param counted requests, or hours of probes, of its bad hours
 * @param note what staff wrote about it
 * @param publishedAt null while only staff see it
 * @param withdrawnAt when its hours turned out not to be bad; null if they are
 */
public record Incident(
        TenantId tenant,
        long id,
        Kind kind,
        Period period,
        Availability counted,
        @Nullable String note,
        @Nullable Instant publishedAt,
        @Nullable Instant withdrawnAt) {

    /** What shows it. */
    public enum Kind {
        /** Requests failed so fast that the error budget would not last. */
        BUDGET,
        /** Probes from outside did not reach the shop. */
        PROBE
    }

    boolean touched() {
        return note != null || publishedAt != null;
    }
}
