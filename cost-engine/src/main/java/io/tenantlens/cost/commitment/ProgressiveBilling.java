package io.tenantlens.cost.commitment;

import io.tenantlens.cost.money.Money;
import java.util.Optional;

/** Bills in the middle of a period once what is unbilled reaches a threshold. */
public record ProgressiveBilling(Money threshold) {

    public ProgressiveBilling {
        if (threshold.signum() <= 0) {
            throw new IllegalArgumentException("threshold must be more than zero: " + threshold);
        }
    }

    /**
     * The interim amount to bill now. It is booked as billed, so the end of the period takes it off again.
     *
     * @param accrued of the period so far, before any interim bill
     */
    public Optional<Money> due(Money accrued, Money alreadyBilled) {
        var unbilled = accrued.minus(alreadyBilled);
        return unbilled.compareTo(threshold) >= 0 ? Optional.of(unbilled) : Optional.empty();
    }
}
