package io.tenantlens.standalone.demo;

/**
 * How long calls take: log-normal around a median, and twenty times as long for those of a slow hour.
 *
 * @param perVisit calls a visit
 */
record Latency(double medianSeconds, double spread, double perVisit) {

    private static final double SLOWER = 20;

    double count(Moment moment) {
        return perVisit * moment.visits();
    }

    double within(double seconds, Moment moment) {
        return perVisit
                * (moment.fast() * share(seconds, medianSeconds)
                        + moment.slow() * share(seconds, medianSeconds * SLOWER));
    }

    double seconds(Moment moment) {
        var mean = medianSeconds * Math.exp(spread * spread / 2);
        return perVisit * mean * (moment.fast() + SLOWER * moment.slow());
    }

    /** The logistic curve in place of the normal one, from which it differs by at most a hundredth. */
    private double share(double seconds, double median) {
        return 1 / (1 + Math.exp(-1.702 * Math.log(seconds / median) / spread));
    }
}
