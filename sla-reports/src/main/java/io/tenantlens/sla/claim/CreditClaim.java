package io.tenantlens.sla.claim;

import io.tenantlens.cost.money.Currency;
import io.tenantlens.cost.money.Money;
import io.tenantlens.cost.tenant.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A credit that a month's service earns a tenant.
 *
 * @param revision of the frozen month that it follows from
 * @param newestRevision a higher one means that the month was revised after the decision
 * @param currency of the tenant's bills
 * @param bill the net bill that the percentage was taken of; null until approved, as the amount
 */
public record CreditClaim(
        TenantId tenant,
        String name,
        YearMonth month,
        int revision,
        int newestRevision,
        BigDecimal percent,
        BigDecimal yearCapPercent,
        BigDecimal availabilityPercent,
        BigDecimal objectivePercent,
        Status status,
        Currency currency,
        Instant proposedAt,
        @Nullable Instant decidedAt,
        @Nullable Money bill,
        @Nullable Money amount,
        @Nullable String note) {

    /** How far a claim is. */
    public enum Status {
        PROPOSED,
        APPROVED,
        DECLINED,
        /** The month was revised and earns nothing any more. */
        WITHDRAWN
    }

    /** Under which it is booked, once. */
    public String key() {
        return "sla:" + month;
    }

    public boolean revisedSince() {
        return newestRevision > revision;
    }
}
