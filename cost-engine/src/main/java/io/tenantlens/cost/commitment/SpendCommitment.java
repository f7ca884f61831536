package io.tenantlens.cost.commitment;

import io.tenantlens.cost.money.Money;
import java.util.ArrayList;
import java.util.List;

/** A promise to spend an amount over a term; what was not spent is due at its end. */
public record SpendCommitment(Money committed) {

    public SpendCommitment {
        if (committed.signum() < 0) {
            throw new IllegalArgumentException("commitment must not be negative: " + committed);
        }
    }

    /** What is missing to the commitment after all spending of the term; zero once it is reached. */
    public Money unusedFee(List<Money> spent) {
        var zero = Money.zero(committed.currency());
        return committed.minus(Money.sum(spent, committed.currency())).max(zero);
    }

    /** How much of each amount, in their order, went beyond the commitment. */
    public List<Money> overage(List<Money> spent) {
        var zero = Money.zero(committed.currency());
        var left = committed;
        var overage = new ArrayList<Money>();
        for (var amount : spent) {
            var covered = amount.min(left).max(zero);
            left = left.minus(covered);
            overage.add(amount.minus(covered));
        }
        return List.copyOf(overage);
    }
}
