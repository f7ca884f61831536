package io.tenantlens.sla.objective;

import io.tenantlens.sla.indicator.Availability;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/** How much may fail under a target, in the unit that the availability counts: requests or slices. */
public record ErrorBudget(Target target, Availability availability) {

    /** A projection beyond this says as much as "not in sight". */
    private static final BigDecimal LONGEST_SECONDS =
            new BigDecimal(Duration.ofDays(3650).toSeconds());

    private static final int DECIMALS = 12;
    private static final BigDecimal NEARLY_USED = new BigDecimal("0.25");

    public BigDecimal total() {
        return availability.total().multiply(target.allowedFailure());
    }

    public BigDecimal used() {
        return availability.bad();
    }

    /** Below zero once more failed than was allowed. */
    public BigDecimal remaining() {
        return total().subtract(used());
    }

    public boolean kept() {
        return remaining().signum() >= 0;
    }

    public BudgetState state() {
        if (!availability.hasData()) {
            return BudgetState.NO_DATA;
        }
        if (!kept()) {
            return BudgetState.MISSED;
        }
        return remainingShare()
                        .filter(share -> share.compareTo(NEARLY_USED) < 0)
                        .isPresent()
                ? BudgetState.AT_RISK
                : BudgetState.KEPT;
    }

    /** What is left as a share of the whole, rounded down; empty without data or if nothing may fail at all. */
    public Optional<BigDecimal> remainingShare() {
        var total = total();
        return total.signum() == 0
                ? Optional.empty()
                : Optional.of(remaining().divide(total, DECIMALS, RoundingMode.FLOOR));
    }

    /**
     * After which time the rest is used up if failures go on as in a recent stretch of time; empty if nothing failed
     * in it. Zero if nothing is left.
     */
    public Optional<Duration> exhaustedIn(Duration recent, BigDecimal failedRecently) {
        if (failedRecently.signum() <= 0) {
            return Optional.empty();
        }
        var seconds = remaining()
                .max(BigDecimal.ZERO)
                .multiply(BigDecimal.valueOf(recent.toSeconds()))
                .divide(failedRecently, MathContext.DECIMAL64);
        return seconds.compareTo(LONGEST_SECONDS) > 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(seconds.longValue()));
    }
}
