package io.tenantlens.api.histogram;

/** The observations not farther from zero than the threshold. */
public record ZeroBucket(double threshold, double count) {

    public static final ZeroBucket EMPTY = new ZeroBucket(0, 0);

    public ZeroBucket {
        if (!(threshold >= 0) || threshold == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a zero threshold must be finite and not negative: " + threshold);
        }
        Counts.check(count);
    }

    ZeroBucket plus(double more) {
        return new ZeroBucket(threshold, count + more);
    }
}
