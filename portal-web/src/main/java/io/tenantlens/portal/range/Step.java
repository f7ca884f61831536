package io.tenantlens.portal.range;

/** How finely a range is cut. */
public enum Step {
    HOUR,
    DAY,
    MONTH
}
