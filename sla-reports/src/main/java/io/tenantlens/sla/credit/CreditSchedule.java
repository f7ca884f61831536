package io.tenantlens.sla.credit;

import io.tenantlens.cost.money.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Which availability earns which credit. The step with the lowest bound that the availability is strictly below
 * applies, alone; the cap limits the percentage.
 */
public record CreditSchedule(List<CreditStep> steps, BigDecimal capPercent) {

    public CreditSchedule {
        steps = List.copyOf(steps);
        Percentages.check(capPercent);
        var bounds = new HashSet<BigDecimal>();
        for (var step : steps) {
            if (!bounds.add(step.below().stripTrailingZeros())) {
                throw new IllegalArgumentException("two steps below the same bound: " + step.below());
            }
        }
    }

    public static CreditSchedule uncapped(List<CreditStep> steps) {
        return new CreditSchedule(steps, Percentages.HUNDRED);
    }

    /** The percentage of the bill that an availability in percent earns. */
    public BigDecimal percentFor(BigDecimal availability) {
        return steps.stream()
                .filter(step -> availability.compareTo(step.below()) < 0)
                .min(Comparator.comparing(CreditStep::below))
                .map(CreditStep::percent)
                .orElse(BigDecimal.ZERO)
                .min(capPercent);
    }

    /** The credit for a month's bill, rounded once. */
    public ServiceCredit credit(BigDecimal availability, Money bill) {
        if (bill.signum() < 0) {
            throw new IllegalArgumentException("a bill must not be negative: " + bill);
        }
        var percent = percentFor(Percentages.check(availability));
        return new ServiceCredit(
                percent, Money.rounded(bill.amount().multiply(percent.movePointLeft(2)), bill.currency()));
    }
}
