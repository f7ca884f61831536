package io.tenantlens.api.histogram;

/** What a number of observations may be. */
final class Counts {

    private Counts() {}

    static double check(double count) {
        if (!(count >= 0) || count == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a count must be finite and not negative: " + count);
        }
        return count;
    }
}
