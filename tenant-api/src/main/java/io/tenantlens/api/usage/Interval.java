package io.tenantlens.api.usage;

/** How long each point of a series of usage is. */
public enum Interval {
    HOUR,
    DAY,
    MONTH
}
