package io.tenantlens.cost.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds parts so that they add up to their whole.
 *
 * <p>Each part is cut to the unit and what is left goes, one unit each, to the largest remainders; equal
 * remainders are served in the order given. A part of zero stays zero, no part is off by a whole unit, and a
 * negative whole is split like the positive one.
 */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * A whole divided in proportion to weights.
     *
     * @throws IllegalArgumentException if a weight is negative, all are zero, or the whole has more decimals
     */
    public static List<BigDecimal> split(BigDecimal whole, List<BigDecimal> weights, int decimals) {
        var weightScale = weights.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        var scaled = weights.stream()
                .map(weight ->
                        weight.setScale(weightScale, RoundingMode.UNNECESSARY).unscaledValue())
                .toList();
        var sum = scaled.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (scaled.stream().anyMatch(weight -> weight.signum() < 0) || sum.signum() == 0) {
            throw new IllegalArgumentException("weights must not be negative nor all zero: " + weights);
        }
        var units = whole.setScale(decimals, RoundingMode.UNNECESSARY).unscaledValue();
        var fractions = scaled.stream().map(units.abs()::multiply).toList();
        var shares = distribute(units.abs(), fractions, sum);
        return toDecimals(shares, units.signum() < 0, decimals);
    }

    /** Exact parts rounded so that they add up to their rounded sum; parts may differ in sign. */
    public static List<BigDecimal> round(List<BigDecimal> parts, int decimals) {
        var sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return round(parts, sum.setScale(decimals, RoundingMode.HALF_UP), decimals);
    }

    /** Exact parts rounded so that they add up to a whole, which must be less than a unit away from their sum. */
    public static List<BigDecimal> round(List<BigDecimal> parts, BigDecimal whole, int decimals) {
        var scale = Math.max(
                decimals, parts.stream().mapToInt(BigDecimal::scale).max().orElse(0));
        var negative = whole.signum() < 0;
        var fractions = parts.stream()
                .map(part -> part.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue())
                .map(part -> negative ? part.negate() : part)
                .toList();
        var units = whole.setScale(decimals, RoundingMode.UNNECESSARY).unscaledValue();
        var shares = distribute(negative ? units.negate() : units, fractions, BigInteger.TEN.pow(scale - decimals));
        return toDecimals(shares, negative, decimals);
    }

    /** Divides the units over parts that are given as fractions of one denominator. */
    private static List<BigInteger> distribute(BigInteger units, List<BigInteger> fractions, BigInteger denominator) {
        var shares = new ArrayList<BigInteger>();
        var remainders = new ArrayList<BigInteger>();
        var left = units;
        for (var fraction : fractions) {
            var remainder = fraction.mod(denominator);
            var share = fraction.subtract(remainder).divide(denominator);
            shares.add(share);
            remainders.add(remainder);
            left = left.subtract(share);
        }
        var byRemainder = IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(left.intValueExact())
                .toList();
        for (var index : byRemainder) {
            shares.set(index, shares.get(index).add(BigInteger.ONE));
        }
        return shares;
    }

    private static List<BigDecimal> toDecimals(List<BigInteger> shares, boolean negative, int decimals) {
        return shares.stream()
                .map(share -> new BigDecimal(negative ? share.negate() : share, decimals))
                .toList();
    }
}
