package io.tenantlens.api.fold;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A sum of whole numbers that goes on in big numbers where a long ends. */
final class ExactSum {

    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger SMALLEST = BigInteger.valueOf(Long.MIN_VALUE);

    private long amount;
    private BigInteger overflow = BigInteger.ZERO;

    void add(long more) {
        var sum = amount + more;
        if (((amount ^ sum) & (more ^ sum)) < 0) {
            overflow = overflow.add(BigInteger.valueOf(amount));
            amount = more;
        } else {
            amount = sum;
        }
    }

    void addProduct(long value, long factor) {
        if (Math.multiplyHigh(value, factor) == (value * factor) >> 63) {
            add(value * factor);
        } else {
            add(BigInteger.valueOf(value).multiply(BigInteger.valueOf(factor)));
        }
    }

    void add(BigInteger more) {
        overflow = overflow.add(more);
    }

    void add(ExactSum other) {
        add(other.amount);
        if (other.overflow.signum() != 0) {
            add(other.overflow);
        }
    }

    void clear() {
        amount = 0;
        overflow = BigInteger.ZERO;
    }

    boolean isZero() {
        return overflow.signum() == 0 ? amount == 0 : total().signum() == 0;
    }

    BigDecimal toDecimal(int scale) {
        return overflow.signum() == 0 ? BigDecimal.valueOf(amount, scale) : new BigDecimal(total(), scale);
    }

    /** The sum, or the nearest number that a long holds. */
    long toLong() {
        return overflow.signum() == 0
                ? amount
                : total().min(LARGEST).max(SMALLEST).longValue();
    }

    private BigInteger total() {
        return overflow.add(BigInteger.valueOf(amount));
    }
}
