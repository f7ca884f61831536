package io.tenantlens.cost.allocation.units;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * {@link io.tenantlens.cost.money.LargestRemainder} in 64-bit integers, exact to the last unit.
 *
 * <p>A share is one multiplication with the fixed-point quotient of units and sum, which is at most one too small;
 * the remainder, which is exact even where the product overflows, tells whether it was. Not for several threads.
 */
public final class UnitSplitter {

    /** Units and sums of weights stay below this, so that no step can overflow. */
    public static final long LIMIT = 1L << 60;

    private static final int QUOTIENT_BITS = 61;

    private long[] parts = new long[0];
    private long[] remainders = new long[0];
    private long[] ranked = new long[0];

    /**
     * Adds to each share its part of some units in proportion to the weights; equal remainders are served in order.
     *
     * @return what was given away: all units, or none where all weights are zero
     */
    public long split(long units, Weights weights, long[] shares) {
        if (units <= -LIMIT || units >= LIMIT) {
            throw new IllegalArgumentException("units must be below 2^60: " + units);
        }
        if (units == 0 || weights.sum() == 0) {
            return 0;
        }
        prepare(weights.size());
        var left = divide(Math.abs(units), weights);
        serve(left);
        if (units > 0) {
            for (var i = 0; i < weights.size(); i++) {
                shares[i] += parts[i];
            }
        } else {
            for (var i = 0; i < weights.size(); i++) {
                shares[i] -= parts[i];
            }
        }
        return units;
    }

    private void prepare(int size) {
        if (parts.length != size) {
            parts = new long[size];
            remainders = new long[size];
            ranked = new long[size];
        }
    }

    /** Cuts each part to the unit; returns how many units are left. */
    private long divide(long units, Weights weights) {
        var sum = weights.sum();
        var shift = QUOTIENT_BITS - (bits(units) - bits(sum));
        var quotient = BigInteger.valueOf(units)
                .shiftLeft(shift)
                .divide(BigInteger.valueOf(sum))
                .longValueExact();
        var left = units;
        for (var i = 0; i < parts.length; i++) {
            var weight = weights.at(i);
            var high = Math.multiplyHigh(weight, quotient);
            var low = weight * quotient;
            var part = shift < Long.SIZE ? (high << -shift) | (low >>> shift) : high >> (shift - Long.SIZE);
            var remainder = units * weight - part * sum;
            if (remainder >= sum) {
                remainder -= sum;
                part++;
            }
            parts[i] = part;
            remainders[i] = remainder;
            left -= part;
        }
        return left;
    }

    private static int bits(long positive) {
        return Long.SIZE - Long.numberOfLeadingZeros(positive);
    }

    /** One unit each to the largest remainders. */
    private void serve(long left) {
        if (left == 0) {
            return;
        }
        var count = Math.toIntExact(left);
        var least = nthLargest(count);
        var served = 0;
        for (var i = 0; i < parts.length; i++) {
            if (remainders[i] > least) {
                parts[i]++;
                served++;
            }
        }
        for (var i = 0; served < count; i++) {
            if (remainders[i] == least) {
                parts[i]++;
                served++;
            }
        }
    }

    /** Quickselect: finds the value without sorting the rest. */
    private long nthLargest(int n) {
        System.arraycopy(remainders, 0, ranked, 0, ranked.length);
        var wanted = ranked.length - n;
        var from = 0;
        var to = ranked.length - 1;
        while (to - from > 16) {
            var pivot = medianOfThree(from, to);
            var i = from;
            var j = to;
            while (i <= j) {
                while (ranked[i] < pivot) {
                    i++;
                }
                while (ranked[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    var swapped = ranked[i];
                    ranked[i++] = ranked[j];
                    ranked[j--] = swapped;
                }
            }
            if (wanted <= j) {
                to = j;
            } else if (wanted >= i) {
                from = i;
            } else {
                return ranked[wanted];
            }
        }
        Arrays.sort(ranked, from, to + 1);
        return ranked[wanted];
    }

    private long medianOfThree(int from, int to) {
        var a = ranked[from];
        var b = ranked[(from + to) >>> 1];
        var c = ranked[to];
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
