package io.tenantlens.cost.allocation.units;

/** The weights of all tenants in their order, and the sum. A negative quantity weighs nothing. */
public final class Weights {

    private final long[] values;
    private final long sum;

    private Weights(long[] values, long sum) {
        this.values = values;
        this.sum = sum;
    }

    /** Quantities as weights, made coarser where their sum would not fit. */
    public static Weights of(long[] quantities) {
        return of(quantities, UnitSplitter.LIMIT);
    }

    /** The same for those who take part. */
    public static Weights even(boolean[] takesPart) {
        var ones = new long[takesPart.length];
        for (var i = 0; i < ones.length; i++) {
            ones[i] = takesPart[i] ? 1 : 0;
        }
        return of(ones);
    }

    /** The quantities of those who take part. */
    public static Weights among(boolean[] takesPart, long[] quantities) {
        var some = new long[quantities.length];
        for (var i = 0; i < some.length; i++) {
            some[i] = takesPart[i] ? quantities[i] : 0;
        }
        return of(some);
    }

    /**
     * Weights that divide a base part by some weights and the rest by others at once.
     *
     * @param base hundredths of a percent of the whole, from 0 to 10,000
     */
    static Weights mixed(int base, Weights first, Weights second) {
        var root = 1L << 23;
        var a = first.sum < root ? first : of(first.values, root);
        var most = UnitSplitter.LIMIT / UnitPool.WHOLE / Math.max(a.sum, 1);
        var b = second.sum < most ? second : of(second.values, most);
        var mixed = new long[a.values.length];
        var sum = 0L;
        for (var i = 0; i < mixed.length; i++) {
            mixed[i] = base * b.sum * a.values[i] + (UnitPool.WHOLE - base) * a.sum * b.values[i];
            sum += mixed[i];
        }
        return new Weights(mixed, sum);
    }

    private static Weights of(long[] quantities, long limit) {
        for (var shift = 0; ; shift++) {
            var values = new long[quantities.length];
            var sum = 0L;
            for (var i = 0; i < values.length && sum >= 0 && sum < limit; i++) {
                values[i] = Math.max(quantities[i], 0) >> shift;
                sum += values[i];
            }
            if (sum >= 0 && sum < limit) {
                return new Weights(values, sum);
            }
        }
    }

    int size() {
        return values.length;
    }

    long at(int index) {
        return values[index];
    }

    public long sum() {
        return sum;
    }
}
