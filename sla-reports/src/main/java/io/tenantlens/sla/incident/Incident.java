package io.tenantlens.sla.incident;

import io.tenantlens.cost.tenant.TenantId;
import io.tenantlens.cost.time.Period;
import io.tenantlens.sla.indicator.Availability;
import io.tenantlens.sla.indicator.CountingMethod;
import io.tenantlens.sla.objective.ErrorBudget;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of bad service.
 *
 * @param hours how many of its hours were bad
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
        int hours,
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

    /**
     * What it cost of a budget, as a share of the whole; empty where probes saw it, since they are not what is promised,
     * and where there is no budget to take it of.
     */
    public Optional<BigDecimal> cost(ErrorBudget budget, CountingMethod counting) {
        if (kind == Kind.PROBE || budget.total().signum() <= 0) {
            return Optional.empty();
        }
        var used = counting == CountingMethod.TIMESLICES ? BigDecimal.valueOf(hours) : counted.bad();
        return Optional.of(used.divide(budget.total(), MathContext.DECIMAL64));
    }

    boolean touched() {
        return note != null || publishedAt != null;
    }
}
