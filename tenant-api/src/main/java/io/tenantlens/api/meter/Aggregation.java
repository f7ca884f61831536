package io.tenantlens.api.meter;

/** How the samples of an hour become a quantity, and hours a day. */
public enum Aggregation {
    /** The exact increase of a counter, resets counted from zero. Hours add up. */
    DELTA,
    /** A gauge's value times the hours for which it held. Hours add up. */
    INTEGRAL,
    /** The highest value of a gauge. A day is as high as its highest hour. */
    PEAK,
    /** The sum of a property of usage events, or their number. Hours add up. */
    EVENTS,
    /** A merged histogram, from which percentiles are read. */
    DISTRIBUTION
}
