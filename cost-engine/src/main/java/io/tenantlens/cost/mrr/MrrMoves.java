package io.tenantlens.cost.mrr;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The movements of one month. Losses are positive numbers:
 * end = start + new + expansion + reactivation − contraction − churn.
 *
 * @param added from tenants that never paid before
 * @param reactivated from tenants that had left
 */
public record MrrMoves(
        BigDecimal start,
        BigDecimal added,
        BigDecimal expansion,
        BigDecimal contraction,
        BigDecimal churn,
        BigDecimal reactivated) {

    private static final int DECIMALS = 10;

    static final MrrMoves NONE = new MrrMoves(
            BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public BigDecimal end() {
        return start.add(added)
                .add(expansion)
                .add(reactivated)
                .subtract(contraction)
                .subtract(churn);
    }

    /** Churn and contraction as a percentage of the start; empty if there was nothing to lose. */
    public Optional<BigDecimal> grossChurnPercent() {
        return percentOfStart(churn.add(contraction));
    }

    /** Gross churn less expansion and reactivation; negative when the remaining tenants grow by more. */
    public Optional<BigDecimal> netChurnPercent() {
        return percentOfStart(churn.add(contraction).subtract(expansion).subtract(reactivated));
    }

    private Optional<BigDecimal> percentOfStart(BigDecimal amount) {
        return start.signum() == 0
                ? Optional.empty()
                : Optional.of(amount.movePointRight(2).divide(start, DECIMALS, RoundingMode.HALF_UP));
    }

    MrrMoves startingWith(BigDecimal mrr) {
        return new MrrMoves(start.add(mrr), added, expansion, contraction, churn, reactivated);
    }

    /** With one change of a tenant; whether it paid before tells a return from a first sale. */
    MrrMoves with(BigDecimal before, BigDecimal after, boolean paidEarlier) {
        var change = after.subtract(before).abs();
        if (change.signum() == 0) {
            return this;
        }
        if (before.signum() == 0) {
            return paidEarlier
                    ? new MrrMoves(start, added, expansion, contraction, churn, reactivated.add(change))
                    : new MrrMoves(start, added.add(change), expansion, contraction, churn, reactivated);
        }
        if (after.signum() == 0) {
            return new MrrMoves(start, added, expansion, contraction, churn.add(change), reactivated);
        }
        return after.compareTo(before) > 0
                ? new MrrMoves(start, added, expansion.add(change), contraction, churn, reactivated)
                : new MrrMoves(start, added, expansion, contraction.add(change), churn, reactivated);
    }
}
