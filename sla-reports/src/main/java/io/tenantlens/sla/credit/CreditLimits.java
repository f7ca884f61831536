package io.tenantlens.sla.credit;

import io.tenantlens.cost.money.Money;
import java.math.BigDecimal;

/**
 * What bounds credits beyond their schedule.
 *
 * @param yearCapPercent the most that the credits of a calendar year may be of its bills
 * @param minRequests a month with fewer requests earns nothing, because a handful of failures says little
 */
public record CreditLimits(BigDecimal yearCapPercent, BigDecimal minRequests) {

    public static final CreditLimits NONE = new CreditLimits(Percentages.HUNDRED, BigDecimal.ZERO);

    public CreditLimits {
        Percentages.check(yearCapPercent);
        if (minRequests.signum() < 0) {
            throw new IllegalArgumentException("a number of requests must not be negative: " + minRequests);
        }
    }

    public boolean excludes(BigDecimal requests) {
        return requests.compareTo(minRequests) < 0;
    }

    /**
     * What is left of a month's credit under the cap of the year, rounded once.
     *
     * @param bills of the year so far, this month's included
     * @param credited in the year before this credit
     */
    public Money within(Money credit, Money bills, Money credited) {
        var cap = Money.rounded(bills.amount().multiply(yearCapPercent.movePointLeft(2)), bills.currency());
        var left = cap.amount().subtract(credited.amount()).max(BigDecimal.ZERO);
        return new Money(credit.amount().min(left), credit.currency());
    }
}
