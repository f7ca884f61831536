package io.tenantlens.sla.indicator;

/** A value read from a histogram. The true one lies above the lower and not above the upper end of its bucket. */
public record Estimate(double value, double lower, double upper) {

    static Estimate unknown() {
        return exactly(Double.NaN);
    }

    static Estimate exactly(double value) {
        return new Estimate(value, value, value);
    }

    /** How far the true value may be from the estimate, as a share of the estimate; +Inf if its bucket is open. */
    public double relativeError() {
        double distance = Math.max(upper - value, value - lower);
        return distance == 0 ? 0 : distance / Math.abs(value);
    }
}
