package io.tenantlens.cost.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * An amount that can be paid: it has exactly the decimals of its currency.
 *
 * <p>Prices and intermediate results are plain exact numbers; {@link #rounded} is the one place where such a
 * number becomes money.
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    public Money {
        try {
            amount = amount.setScale(currency.decimals(), RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "%s has more than %d decimals of %s".formatted(amount, currency.decimals(), currency.code()), e);
        }
    }

    public static Money of(String amount, Currency currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money bdt(String amount) {
        return of(amount, Currency.BDT);
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** An exact number as money: rounded half up, away from zero. */
    public static Money rounded(BigDecimal exact, Currency currency) {
        return new Money(currency.round(exact), currency);
    }

    /** The sum of the amounts, zero of the currency for none. */
    public static Money sum(Iterable<Money> amounts, Currency currency) {
        var sum = zero(currency);
        for (var amount : amounts) {
            sum = sum.plus(amount);
        }
        return sum;
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public int signum() {
        return amount.signum();
    }

    public boolean isZero() {
        return signum() == 0;
    }

    /**
     * Shares in proportion to the weights that add up to this amount exactly: see {@link LargestRemainder}.
     *
     * @throws IllegalArgumentException if a weight is negative or all are zero
     */
    public List<Money> split(List<BigDecimal> weights) {
        return LargestRemainder.split(amount, weights, currency.decimals()).stream()
                .map(share -> new Money(share, currency))
                .toList();
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency.code() + " and " + other.currency.code());
        }
        return other;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.code();
    }
}
